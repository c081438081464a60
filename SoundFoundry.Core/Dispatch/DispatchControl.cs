namespace SoundFoundry.Core.Dispatch;

/// <summary>The one row by which the operator holds the queue; it outlives every process.</summary>
public sealed class DispatchControl
{
    public const short OnlyId = 1;

    public short Id { get; init; } = OnlyId;

    public DispatchMode Mode { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}
