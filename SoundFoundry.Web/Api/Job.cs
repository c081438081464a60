namespace SoundFoundry.Web.Api;

/// <param name="Charged">Credits it cost; null until it ended, 0 when nothing was charged.</param>
/// <param name="Version">Grows with every change of the job; only the queue position may move without it.</param>
public sealed record Job(
    long Id,
    long TrackId,
    JobStatus Status,
    string? Provider,
    int Attempt,
    string? Stage,
    double Progress,
    int? QueuePosition,
    double ElapsedS,
    string? Error,
    int? Charged,
    long Version,
    DateTimeOffset? RetryAt = null,
    bool Paused = false,
    double? EtaFromS = null,
    double? EtaToS = null,
    int? ProviderPosition = null,
    string? ErrorCode = null)
{
    /// <summary>Of its track.</summary>
    public IReadOnlyList<LateOffer> Late { get; init; } = [];
}
