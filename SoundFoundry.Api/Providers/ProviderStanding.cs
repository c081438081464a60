using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Providers;

/// <param name="Status"><c>ok</c>, <c>error</c>, <c>unknown</c> or <c>not_configured</c>.</param>
/// <param name="Since">Since when it stands like this, where that is known.</param>
/// <param name="Breakers">Those that are not closed.</param>
/// <param name="Attempts">Of the last 24 hours.</param>
/// <param name="Failures">Of these, those that failed or whose answer was lost.</param>
/// <param name="SpendUsd">What is known of the cost of today's attempts; the day is that of UTC.</param>
public sealed record ProviderStanding(
    string Provider, bool Configured, string Status, DateTimeOffset? Since, string? Error, IReadOnlyList<BreakerStanding> Breakers, int Attempts,
    int Failures, decimal SpendUsd);

/// <param name="Scope"><c>account</c> or <c>model</c>.</param>
/// <param name="State"><c>open</c>, or <c>half_open</c> once a job may try.</param>
/// <param name="Until">When one job may try; null once it may.</param>
public sealed record BreakerStanding(
    string Scope, string? Model, string State, string Code, string Reason, DateTimeOffset Since, DateTimeOffset? Until)
{
    internal static BreakerStanding From(BreakerState state, DateTimeOffset now)
    {
        var isOpen = state.RetryIn > TimeSpan.Zero;
        return new(
            state.Model is null ? "account" : "model", state.Model, isOpen ? "open" : "half_open", state.Code, state.Reason, state.Since,
            isOpen ? now + state.RetryIn : null);
    }
}
