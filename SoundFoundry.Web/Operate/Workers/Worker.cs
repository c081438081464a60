namespace SoundFoundry.Web.Operate.Workers;

/// <param name="Alive">Whether it was heard of in the last seconds.</param>
public sealed record Worker(
    string Id, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool Alive, int StudioSlots, int StudioJobs, int RemoteSlots,
    int RemoteJobs);
