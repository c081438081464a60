namespace SoundFoundry.Web.Operate.Audit;

public sealed record AuditPage(IReadOnlyList<AuditLine> Entries, string? NextCursor);

/// <param name="Actor">The name that user has today; null for somebody who was not signed in.</param>
/// <param name="KeyId">The API key it was done with, if it was one.</param>
/// <param name="Subject">What it was done to.</param>
public sealed record AuditLine(
    long Id, DateTimeOffset At, string Act, long? ActorId, string? Actor, long? KeyId, string? Subject, string? Address, string? Detail);
