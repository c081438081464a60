namespace SoundFoundry.Web.Api;

internal sealed record CreateTrack(
    string Prompt,
    double? DurationS,
    bool HasVocals,
    double StyleStrength,
    string? Title,
    IReadOnlyList<string>? Tags,
    long? Seed,
    int? Variations);
