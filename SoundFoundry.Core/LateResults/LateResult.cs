using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Core.LateResults;

/// <summary>Audio that a provider finished after its job had ended without it. It is kept and offered; nothing changes unless the user
/// takes it.</summary>
public sealed class LateResult
{
    public long Id { get; init; }

    /// <summary>The attempt that made it.</summary>
    public required long AttemptId { get; init; }

    /// <summary>The job that ended without it.</summary>
    public required long JobId { get; init; }

    public required long TrackId { get; init; }

    public required long UserId { get; init; }

    public required Artifact Artifact { get; init; }

    /// <summary>What taking it costs.</summary>
    public required int Credits { get; init; }

    public DateTimeOffset FoundAt { get; init; }

    /// <summary>The job that it became; null while it is only offered.</summary>
    public long? TakenJobId { get; init; }

    /// <summary>When the user declined it.</summary>
    public DateTimeOffset? DeclinedAt { get; init; }
}
