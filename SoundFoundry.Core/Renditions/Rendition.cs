namespace SoundFoundry.Core.Renditions;

/// <summary>Another form of a job's audio, made when it is first asked for. It can be made again at any time, so losing one loses nothing.</summary>
public sealed class Rendition
{
    public long Id { get; init; }

    public required long JobId { get; init; }

    public required long UserId { get; init; }

    public required RenditionKind Kind { get; init; }

    /// <summary>Of all that went into it, or until then of what was to: another title is another stamp, and it is made anew.</summary>
    public required string Stamp { get; init; }

    public RenditionState State { get; init; }

    /// <summary>Grows whenever it is asked for anew, taken or dropped; who took it under an earlier one has nothing to say any more.</summary>
    public long Fence { get; init; }

    /// <summary>How often it was begun since it was ordered.</summary>
    public int Attempts { get; init; }

    /// <summary>Until when the worker that makes it has it for itself.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Of the stored object; while it is made anew, of the one before.</summary>
    public string? Key { get; init; }

    public long? Bytes { get; init; }

    public string? ErrorCode { get; init; }

    /// <summary>Why it was given up, for the user.</summary>
    public string? Error { get; init; }

    /// <summary>The W3C trace context of the request that asked for it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it was last asked for, give or take a day.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When it was last made or given up, also while it is made anew.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
