namespace SoundFoundry.Web.Api;

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
    bool Favorite,
    DateTimeOffset CreatedAt);
