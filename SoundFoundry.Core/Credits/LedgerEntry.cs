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

    /// <summary>Why, in the operator's words; for adjustments.</summary>
    public string? Reason { get; init; }

    /// <summary>What makes the movement happen once only: the month of an allowance, the shop's number of a purchase.</summary>
    public string? Reference { get; init; }

    /// <summary>The operator who made it; null if it came about by itself.</summary>
    public long? ActorId { get; init; }

    public DateTimeOffset At { get; init; }
}
