using SoundFoundry.Api.LateResults;

namespace SoundFoundry.Api.Jobs;

/// <summary>How a job stands.</summary>
/// <param name="Attempt">How many attempts were begun; a retry may ask the same model again.</param>
/// <param name="Progress">0 to 1, never falling.</param>
/// <param name="QueuePosition">1 is next, in the order in which users are served; null when it does not wait for its turn.</param>
/// <param name="EtaS">The middle between the next two.</param>
/// <param name="EtaFromS">Seconds left if it takes as long as half of the renders of this kind did in the last week; null when there were too
/// few to judge by, or when it takes longer than usual already.</param>
/// <param name="EtaToS">Seconds left if it takes as long as the slowest of nine in ten.</param>
/// <param name="ProviderPosition">How many are before it in the provider's own queue; null if the provider does not say.</param>
/// <param name="ElapsedS">Seconds since it was accepted, until it ended.</param>
/// <param name="Charged">Credits it cost; null until it ended, 0 when nothing was charged.</param>
/// <param name="Retries">How often it was put off because nobody could render it for the moment.</param>
/// <param name="RetryAt">When it may be tried again; null unless it was put off and not begun since. Then <paramref name="Error"/> says why.</param>
/// <param name="Paused">Whether it waits because the operator paused the queue; what a worker had begun goes on.</param>
/// <param name="Version">Grows with every change of the job.</param>
/// <param name="Late">What providers finished after the jobs of its track had ended, and what can still be taken.</param>
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
    double? EtaFromS,
    double? EtaToS,
    int? ProviderPosition,
    double ElapsedS,
    string? ErrorCode,
    string? Error,
    int CreditsHeld,
    int? Charged,
    int Retries,
    DateTimeOffset? RetryAt,
    bool Paused,
    long Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? CompletedAt,
    IReadOnlyList<LateOffer> Late);
