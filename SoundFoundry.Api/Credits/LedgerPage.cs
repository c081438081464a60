namespace SoundFoundry.Api.Credits;

/// <param name="NextCursor">Give it back to get the next page; null on the last.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerLine> Entries, string? NextCursor);

/// <summary>One movement of credits.</summary>
/// <param name="Kind"><c>GRANT</c>, <c>ALLOWANCE</c>, <c>PURCHASE</c>, <c>ADJUSTMENT</c>, <c>HOLD</c>, <c>SETTLE</c> or <c>RELEASE</c>.</param>
/// <param name="Credits">Positive gives to the user, negative takes.</param>
/// <param name="Reason">The operator's, of an adjustment.</param>
/// <param name="Reference">The month of an allowance, the shop's number of a purchase.</param>
public sealed record LedgerLine(
    long Id, DateTimeOffset At, string Kind, long Credits, long? JobId, long? TrackId, string? Reason, string? Reference);
