namespace SoundFoundry.Core.Workers;

/// <summary>A worker that said it is alive, and how much it can carry at once.</summary>
public sealed class WorkerPresence
{
    public required string Id { get; init; }

    public required int StudioSlots { get; init; }

    public required int RemoteSlots { get; init; }

    /// <summary>When it first said so.</summary>
    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset SeenAt { get; init; }
}
