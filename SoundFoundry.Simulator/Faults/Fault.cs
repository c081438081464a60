namespace SoundFoundry.Simulator.Faults;

/// <param name="Kind">What goes wrong.</param>
/// <param name="Times">How often it does; null: for ever.</param>
/// <param name="Model">Only for this model; null: for all.</param>
/// <param name="DelayS">Seconds, for a slow answer.</param>
/// <param name="RetryAfterS">Seconds, for a rate limit.</param>
/// <param name="Status">The HTTP status of an error the vendor would answer with more than one.</param>
internal sealed record Fault(
    FaultKind Kind, int? Times = null, string? Model = null, double? DelayS = null, double? RetryAfterS = null, int? Status = null);
