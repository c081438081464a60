namespace SoundFoundry.Api.Export;

/// <param name="Audio">The name of its file in the archive.</param>
internal sealed record ExportedTrack(
    long Id, string? Title, string Prompt, string? Lyrics, IReadOnlyList<string> Tags, string? NegativePrompt, double DurationS, bool HasVocals,
    double StyleStrength, long Seed, bool Favorite, DateTimeOffset CreatedAt, DateTimeOffset? DeletedAt, string? Audio,
    IReadOnlyList<ExportedJob> Jobs);

internal sealed record ExportedJob(
    long Id, string Status, string? Provider, string? Model, int HeldCredits, int? CostCredits, string? ErrorCode, string? Error,
    double? AudioDurationS, string? AudioSha256, DateTimeOffset CreatedAt, DateTimeOffset? CompletedAt, IReadOnlyList<ExportedAttempt> Attempts);

/// <param name="RequestId">The provider's own id of the work.</param>
internal sealed record ExportedAttempt(
    int Number, string Provider, string Model, string? RequestId, string Outcome, string? ErrorCode, string? Error, DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt);
