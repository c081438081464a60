namespace SoundFoundry.Api.Health;

/// <summary>How the providers stand: the first four fields in the words of the service this one replaces, then the details.</summary>
/// <param name="Fal"><c>ok</c>, <c>error</c>, <c>not_configured</c> or <c>unknown</c>.</param>
public sealed record ProviderHealthReport(
    string Fal, string Replicate, string? FalError, string? ReplicateError, string Studio, DateTimeOffset At, IReadOnlyList<ProviderReport> Providers);

/// <param name="Since">Since when it stands like this, where that is known.</param>
/// <param name="Unknown">Submits whose answer was lost and never found.</param>
public sealed record ProviderReport(
    string Name, string Status, DateTimeOffset? Since, string? Error, BreakerReport? Breaker, ProbeReport? Probe, UnknownReport Unknown,
    IReadOnlyList<ModelReport> Models);

/// <summary>One model over the last 24 hours.</summary>
/// <param name="SuccessRate">0 to 1, of what was the provider's to do; null if nothing was.</param>
/// <param name="RenderP50S">Half of its renders took no longer than this, in seconds.</param>
public sealed record ModelReport(
    string Model, string Status, int Attempts, double? SuccessRate, double? RenderP50S, double? RenderP95S, DateTimeOffset? LastSuccessAt,
    DateTimeOffset? LastErrorAt, string? LastErrorCode, string? LastError, BreakerReport? Breaker);

/// <param name="RetryInS">Seconds until one job may try again.</param>
public sealed record BreakerReport(string Code, string Reason, DateTimeOffset Since, double RetryInS);

/// <summary>The last question that cost nothing.</summary>
public sealed record ProbeReport(bool Ok, string? Code, string? Error, DateTimeOffset At, DateTimeOffset Since);

/// <param name="CostUsd">What they may have cost the operator.</param>
public sealed record UnknownReport(int Count, decimal CostUsd);
