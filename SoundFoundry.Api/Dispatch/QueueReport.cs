namespace SoundFoundry.Api.Dispatch;

/// <summary>How the queue stands, for its operator.</summary>
/// <param name="Mode"><c>RUNNING</c>, <c>PAUSED</c> (accepted, none begun) or <c>DRAINING</c> (none accepted, the rest worked off).</param>
/// <param name="Since">When the mode was set.</param>
/// <param name="ParkedTotal">Jobs that were given up because they lost their worker too often.</param>
/// <param name="NextCursor">For the next page of <paramref name="Parked"/>; null at the end.</param>
public sealed record QueueReport(
    string Mode, DateTimeOffset Since, IReadOnlyDictionary<string, LaneReport> Lanes, int ParkedTotal, IReadOnlyList<ParkedJob> Parked,
    string? NextCursor);

/// <param name="Queued">Jobs that wait for a slot.</param>
/// <param name="PutOff">Jobs that wait for the time of their next try.</param>
/// <param name="OldestS">Seconds since the oldest of the queued was accepted; null when there is none.</param>
/// <param name="Slots">How many the living workers can render at once.</param>
public sealed record LaneReport(int Queued, int PutOff, int Rendering, int Slots, double? OldestS);

public sealed record ParkedJob(long Id, long TrackId, long UserId, string Name, string? Error, DateTimeOffset EndedAt);

/// <param name="Refused">Those that could not be queued again, and why.</param>
public sealed record Requeued(int Count, IReadOnlyList<NotRequeued> Refused);

public sealed record NotRequeued(long Id, string Reason);
