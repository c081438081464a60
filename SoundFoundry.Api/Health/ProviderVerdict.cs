using SoundFoundry.Core.Providers;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Health;

/// <summary>How a provider stands as a whole: whether a job sent there would be taken.</summary>
/// <param name="Since">Since when, where that is known.</param>
internal sealed record ProviderVerdict(string Status, DateTimeOffset? Since, string? Error)
{
    public const string Ok = "ok";
    public const string Failing = "error";
    public const string Unknown = "unknown";
    public const string NotConfigured = "not_configured";

    /// <param name="account">The account's breaker, unless it is closed.</param>
    /// <param name="probe">The last question that cost nothing, if there was one.</param>
    public static ProviderVerdict Of(BreakerState? account, ProviderProbe? probe, IReadOnlyList<ModelReport> models)
    {
        var delivered = models.Max(model => model.LastSuccessAt);
        if (account is not null && account.RetryIn > TimeSpan.Zero) return Broken(account);
        if (probe is { Ok: false } && !(delivered > probe.ProbedAt)) return new(Failing, probe.Since, probe.Error);
        if (account is not null && !IsOver(account, probe)) return Broken(account);
        if (models.Count > 0 && models.All(model => model.Status == Failing) && models.MaxBy(model => model.LastErrorAt) is { } worst)
            return new(Failing, worst.LastErrorAt ?? worst.Breaker?.Since, worst.LastError ?? worst.Breaker?.Reason);
        if (probe is { Ok: true }) return new(Ok, probe.Since, null);
        return delivered is null ? new(Unknown, null, null) : new(Ok, delivered, null);
    }

    /// <summary>Whether what opened a breaker has passed, although no job has tried since. A wait that the provider itself asked for ends by
    /// itself; a question that was answered shows that the provider is there and knows the key. It may show nothing of a lock or an empty
    /// balance, so those are over only if it showed them too, and then showed them gone.</summary>
    private static bool IsOver(BreakerState due, ProviderProbe? probe) => due.Code switch
    {
        "429" => true,
        "402" or "403" => probe is { Ok: true } && probe.Since > due.Since,
        _ => probe is { Ok: true } && probe.ProbedAt > due.Since,
    };

    private static ProviderVerdict Broken(BreakerState account) => new(Failing, account.Since, account.Reason);
}
