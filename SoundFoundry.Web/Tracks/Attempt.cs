namespace SoundFoundry.Web.Tracks;

/// <summary>One try at one provider.</summary>
/// <param name="Number">1 for the first of its job.</param>
/// <param name="CostUsd">What its operator paid, whom alone it is told; null also while it is not known.</param>
public sealed record Attempt(
    long Id,
    long JobId,
    int Number,
    string Provider,
    string Model,
    string Outcome,
    string? Reason,
    string? ErrorCode,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    decimal? CostUsd);
