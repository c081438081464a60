namespace SoundFoundry.Web.Account.Credits;

public sealed record LedgerPage(IReadOnlyList<LedgerLine> Entries, string? NextCursor);

/// <param name="Kind"><c>GRANT</c>, <c>ALLOWANCE</c>, <c>PURCHASE</c>, <c>ADJUSTMENT</c>, <c>HOLD</c>, <c>SETTLE</c> or <c>RELEASE</c>.</param>
/// <param name="Credits">Positive gives, negative takes.</param>
/// <param name="Reference">The month of an allowance, the shop's number of a purchase.</param>
public sealed record LedgerLine(
    long Id, DateTimeOffset At, string Kind, long Credits, long? JobId, long? TrackId, string? Reason, string? Reference);
