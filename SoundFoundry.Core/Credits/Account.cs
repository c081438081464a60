namespace SoundFoundry.Core.Credits;

/// <summary>What a user may still spend: always the sum of the user's ledger rows, never below zero.</summary>
public sealed class Account
{
    public required long UserId { get; init; }

    public long AvailableCredits { get; init; }
}
