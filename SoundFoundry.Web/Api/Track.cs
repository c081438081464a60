namespace SoundFoundry.Web.Api;

/// <param name="Attempts">How many attempts were begun for it.</param>
public sealed record Track(
    long Id,
    long JobId,
    string? Title,
    string Prompt,
    double DurationS,
    bool HasVocals,
    JobStatus Status,
    string? Provider,
    string? Model,
    double? MeasuredDurationS,
    int? CostCredits,
    int Attempts,
    bool Favorite,
    DateTimeOffset CreatedAt)
{
    private const int BriefPrompt = 200;
    private const int BriefTags = 3;

    public IReadOnlyList<LateOffer> Late { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Lyrics { get; init; }

    public string? NegativePrompt { get; init; }

    /// <summary>0 to 1.</summary>
    public double StyleStrength { get; init; }

    public long Seed { get; init; }

    /// <summary>The provider its user insisted on; null if any would do.</summary>
    public string? AskedProvider { get; init; }

    /// <summary>The model its user insisted on; null if any would do.</summary>
    public string? AskedModel { get; init; }

    /// <summary>The musical key as it was measured, such as <c>A minor</c>; null if that is not known.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a link of it stands that needs no login.</summary>
    public bool Shared { get; init; }

    /// <summary>What it can be downloaded as, such as <c>wav</c>; what was made comes first.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>As much of it as a list shows. What a page hands to its circuit goes through one message of bounded size, and texts in other
    /// alphabets than the Latin one take six times their length there.</summary>
    public Track Brief() => this with
    {
        Prompt = Prompt.Length <= BriefPrompt ? Prompt : string.Concat(Prompt.AsSpan(0, BriefPrompt), "…"),
        Tags = [.. Tags.Take(BriefTags)],
        Lyrics = null,
        NegativePrompt = null,
    };
}
