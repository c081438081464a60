namespace SoundFoundry.Api.Credits;

/// <summary>What a user has, and gets without paying.</summary>
/// <param name="Balance">What can be spent now.</param>
/// <param name="Held">Set aside for jobs that have not ended.</param>
/// <param name="MonthlyAllowance">What the balance is filled up to when a month begins; 0 for none.</param>
/// <param name="NextTopUpAt">Null without an allowance.</param>
public sealed record CreditBalance(long Balance, long Held, int MonthlyAllowance, DateTimeOffset? NextTopUpAt);
