namespace SoundFoundry.Api.Jobs;

/// <summary>How a job stands.</summary>
/// <param name="Attempt">How many providers were begun.</param>
/// <param name="Progress">0 to 1, never falling.</param>
/// <param name="QueuePosition">1 is next; null when it does not wait.</param>
/// <param name="EtaS">Seconds still expected; null when there is nothing to judge by.</param>
/// <param name="ElapsedS">Seconds since it was accepted, until it ended.</param>
/// <param name="Charged">Credits it cost; null until it ended, 0 when nothing was charged.</param>
/// <param name="Version">Grows with every change of the job.</param>
public sealed record JobResponse(
    long Id,
    long TrackId,
    string Status,
    string? Provider,
    string? Model,
    int Attempt,
    string? Stage,
    double Progress,
    int? QueuePosition,
    double? EtaS,
    double ElapsedS,
    string? ErrorCode,
    string? Error,
    int CreditsHeld,
    int? Charged,
    long Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? CompletedAt);
