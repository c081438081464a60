namespace SoundFoundry.Web.Account.Credits;

/// <param name="Held">Set aside for tracks in the making.</param>
/// <param name="MonthlyAllowance">What the balance is filled up to each month; 0 for none.</param>
public sealed record CreditBalance(long Balance, long Held, int MonthlyAllowance, DateTimeOffset? NextTopUpAt);
