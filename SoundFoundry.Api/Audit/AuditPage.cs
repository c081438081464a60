namespace SoundFoundry.Api.Audit;

/// <param name="NextCursor">Give it back to get the next page; null on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Entries, string? NextCursor);

/// <param name="ActorId">Who did it; null for somebody who was not signed in.</param>
/// <param name="Actor">The name that user has today.</param>
/// <param name="KeyId">The API key it was done with, if it was one.</param>
/// <param name="Subject">What it was done to, such as <c>user 12</c>.</param>
/// <param name="Address">Where the request came from.</param>
public sealed record AuditLine(
    long Id, DateTimeOffset At, string Act, long? ActorId, string? Actor, long? KeyId, string? Subject, string? Address, string? Detail);
