namespace SoundFoundry.Core.Credits;

/// <summary>One movement of credits; never changed, never deleted.</summary>
public sealed class LedgerEntry
{
    public long Id { get; init; }

    public required long UserId { get; init; }

    public required LedgerKind Kind { get; init; }

    /// <summary>Positive gives to the user, negative takes.</summary>
    public required long Credits { get; init; }

    public long? JobId { get; init; }

    public DateTimeOffset At { get; init; }
}
