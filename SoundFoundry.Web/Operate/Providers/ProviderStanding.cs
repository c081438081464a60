namespace SoundFoundry.Web.Operate.Providers;

/// <param name="Status"><c>ok</c>, <c>error</c>, <c>unknown</c> or <c>not_configured</c>.</param>
/// <param name="Breakers">Those that are not closed.</param>
/// <param name="Attempts">Of the last 24 hours.</param>
/// <param name="Failures">Of these, those that failed or whose answer was lost.</param>
/// <param name="SpendUsd">What is known of today's (UTC) cost.</param>
public sealed record ProviderStanding(
    string Provider, bool Configured, string Status, DateTimeOffset? Since, string? Error, IReadOnlyList<Breaker> Breakers, int Attempts,
    int Failures, decimal SpendUsd);

/// <param name="Scope"><c>account</c> or <c>model</c>.</param>
/// <param name="State"><c>open</c>, or <c>half_open</c> once a job may try.</param>
/// <param name="Until">When one job may try; null once it may.</param>
public sealed record Breaker(string Scope, string? Model, string State, string Code, string Reason, DateTimeOffset Since, DateTimeOffset? Until);
