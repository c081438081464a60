namespace SoundFoundry.Web.Operate.Queue;

/// <param name="Mode"><c>RUNNING</c>, <c>PAUSED</c> or <c>DRAINING</c>.</param>
public sealed record QueueReport(
    string Mode, DateTimeOffset Since, IReadOnlyDictionary<string, QueueLane> Lanes, int ParkedTotal, IReadOnlyList<ParkedJob> Parked);

public sealed record QueueLane(int Queued, int PutOff, int Rendering, int Slots, double? OldestS);

public sealed record ParkedJob(long Id, long TrackId, long UserId, string Name, string? Error, DateTimeOffset EndedAt);

public sealed record Requeued(int Count, IReadOnlyList<NotRequeued> Refused);

public sealed record NotRequeued(long Id, string Reason);
