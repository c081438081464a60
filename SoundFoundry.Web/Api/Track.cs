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
    public IReadOnlyList<LateOffer> Late { get; init; } = [];
}
