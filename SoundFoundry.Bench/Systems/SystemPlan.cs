namespace SoundFoundry.Bench.Systems;

/// <summary>What a program wants to have running.</summary>
internal sealed record SystemPlan
{
    public int Apis { get; init; } = 1;

    public int Workers { get; init; } = 1;

    /// <summary>Whether both providers are there, simulated; without them everything is made by the built-in synthesiser.</summary>
    public bool Providers { get; init; }

    /// <summary>Whether the pages' server stands before the Apis.</summary>
    public bool Web { get; init; }

    /// <summary>Where a published server of pages lies; null for the one that was built along.</summary>
    public string? WebFolder { get; init; }

    /// <summary>For every service, beside the addresses of its servers.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
