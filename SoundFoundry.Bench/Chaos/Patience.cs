namespace SoundFoundry.Bench.Chaos;

/// <summary>Settings under which what takes minutes in earnest takes seconds; leases and sweeps are as they are.</summary>
internal static class Patience
{
    /// <summary>So many objects that walking through all of them takes a while.</summary>
    private const int Many = 1_000;

    public static IReadOnlyDictionary<string, string> For(int jobs) => new Dictionary<string, string>
    {
        ["Remote:SubmitTimeout"] = "00:00:03",
        ["Remote:RateLimitPatience"] = "00:00:03",
        ["Remote:UnknownOutcomeWait"] = "00:00:05",
        ["Remote:RenderTimeout"] = "00:00:15",
        // Lost answers are made on purpose here, and many: they must not close the providers.
        ["Remote:UnknownCostPerDayUsd"] = "100000",
        ["Worker:RetryDelay"] = "00:00:02",
        ["Breakers:Cooldown"] = "00:00:02",
        ["Breakers:MaxCooldown"] = "00:00:04",
        ["Sweeping:Interval"] = jobs < Many ? "00:00:03" : "00:00:30",
        ["Sweeping:MinAge"] = jobs < Many ? "00:00:03" : "00:00:10",
    };
}
