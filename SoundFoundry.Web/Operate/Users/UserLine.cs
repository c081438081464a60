namespace SoundFoundry.Web.Operate.Users;

/// <summary>One user as an operator sees them.</summary>
/// <param name="Role"><c>user</c> or <c>operator</c>.</param>
public sealed record UserLine(
    long Id, string Name, string? Email, bool EmailConfirmed, string Role, DateTimeOffset? SuspendedAt, long Credits, long Tracks,
    DateTimeOffset? LastSeenAt, DateTimeOffset CreatedAt);

public sealed record UserPage(IReadOnlyList<UserLine> Users, string? NextCursor);
