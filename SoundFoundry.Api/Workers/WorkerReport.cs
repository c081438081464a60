namespace SoundFoundry.Api.Workers;

/// <param name="Host">The machine it runs on.</param>
/// <param name="Alive">Whether it was heard of in the last seconds.</param>
/// <param name="StudioSlots">Jobs of the built-in synthesiser it renders at once.</param>
/// <param name="StudioJobs">Those it is at.</param>
/// <param name="RemoteSlots">Jobs at providers elsewhere it sees to at once.</param>
/// <param name="RemoteJobs">Those it is at.</param>
public sealed record WorkerReport(
    string Id, string Host, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool Alive, int StudioSlots, int StudioJobs, int RemoteSlots,
    int RemoteJobs);
