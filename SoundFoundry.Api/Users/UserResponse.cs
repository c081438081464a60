using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Users;

/// <param name="Role"><c>user</c> or <c>operator</c>.</param>
/// <param name="SuspendedAt">Since when an operator keeps the user out.</param>
/// <param name="Credits">What the user may still spend.</param>
/// <param name="Tracks">How many the user has.</param>
/// <param name="LastSeenAt">When a session or key of the user was last used, to within a minute.</param>
public sealed record UserResponse(
    long Id, string Name, string? Email, bool EmailConfirmed, string Role, DateTimeOffset? SuspendedAt, long Credits, long Tracks,
    DateTimeOffset? LastSeenAt, DateTimeOffset CreatedAt)
{
    internal static UserResponse From(UserRow row) => new(
        row.Id, row.Name, row.Email, row.EmailConfirmed, row.IsOperator ? Access.OperatorRole : "user", row.SuspendedAt, row.Credits, row.Tracks,
        row.LastSeenAt, row.CreatedAt);
}
