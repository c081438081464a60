namespace SoundFoundry.Web.Api;

/// <summary>What is null is not sent, and Api takes its own.</summary>
internal sealed record CreateTrack(string Prompt, double DurationS, bool HasVocals, double StyleStrength)
{
    public string? Title { get; init; }

    public string? Lyrics { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public string? NegativePrompt { get; init; }

    public long? Seed { get; init; }

    public string? Provider { get; init; }

    public string? Model { get; init; }

    public int? Variations { get; init; }
}
