namespace SoundFoundry.Core.Workers;

/// <summary>A worker that said it is alive, and how much it can carry at once.</summary>
public sealed class WorkerPresence
{
    public required string Id { get; init; }

    public required int StudioSlots { get; init; }

    public required int RemoteSlots { get; init; }

    /// <summary>The words of the renditions its ffmpeg can make; null if it does not say.</summary>
    public IReadOnlyList<string>? Makes { get; init; }

    /// <summary>When it first said so.</summary>
    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    /// <summary>When it stopped of itself; null while it works, and if it died.</summary>
    public DateTimeOffset? LeftAt { get; init; }
}
