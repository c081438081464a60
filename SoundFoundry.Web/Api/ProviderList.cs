namespace SoundFoundry.Web.Api;

public sealed record ProviderList(string Default, IReadOnlyList<ProviderEntry> Providers);

public sealed record ProviderEntry(string Name, bool Configured, IReadOnlyList<ModelEntry> Models);

/// <param name="Vocals"><c>none</c>, <c>wordless</c> or <c>sung</c>.</param>
public sealed record ModelEntry(string Model, string? Note, string Vocals, double MinDurationS, double MaxDurationS)
{
    /// <summary>Whether it sings only words it is given.</summary>
    public bool LyricsRequired { get; init; }

    /// <summary><c>guaranteed</c>, <c>asked</c> or <c>never</c>: what becomes of a request without vocals.</summary>
    public string Instrumental { get; init; } = "guaranteed";

    /// <summary>Whether it renders the length it is asked for; else the piece decides.</summary>
    public bool ControlsDuration { get; init; } = true;

    public CharacterLimits? Prompt { get; init; }

    public CharacterLimits? Lyrics { get; init; }

    public bool TakesSeed { get; init; }

    public bool TakesNegativePrompt { get; init; }

    public int PriceCredits { get; init; }

    /// <summary><c>flat</c>, <c>started_second</c> or <c>started_minute</c>: what the price is for.</summary>
    public string PriceBasis { get; init; } = "flat";
}

/// <summary>In characters, both included.</summary>
public sealed record CharacterLimits(int Min, int Max);
