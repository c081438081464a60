using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Core.Outbox;

/// <summary>A job that waits to be handed to a worker. Written with the job, deleted by the claim; while it exists,
/// the relay sees to it that the job is on the stream.</summary>
public sealed class OutboxMessage
{
    /// <summary>The priority of a job that a worker had begun: taken over after a lost lease, or handed back.</summary>
    public const int Begun = 1;

    public required long JobId { get; init; }

    public required long UserId { get; init; }

    public required Lane Lane { get; init; }

    /// <summary>Among its user's jobs the higher goes first; <see cref="Begun"/> goes before everybody's.</summary>
    public int Priority { get; init; }

    public DateTimeOffset AvailableAt { get; init; }

    /// <summary>When it was last put on the stream; null if never, or if it was handed back.</summary>
    public DateTimeOffset? DispatchedAt { get; init; }
}
