namespace SoundFoundry.Core.Routing;

/// <summary>A breaker that is open, or half open: left alone until a moment, then tried by one job.</summary>
/// <param name="Model">Null for the whole account.</param>
/// <param name="Class">Of the failure that opened it.</param>
/// <param name="RetryIn">Zero once a job may try.</param>
public sealed record BreakerState(
    string Provider, string? Model, FailureClass Class, string Code, string Reason, DateTimeOffset Since, TimeSpan RetryIn);
