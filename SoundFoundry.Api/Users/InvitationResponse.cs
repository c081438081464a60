using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.Users;

/// <param name="InvitedBy">The operator's user id.</param>
public sealed record InvitationResponse(long Id, string Note, long InvitedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    internal static InvitationResponse From(Invitation row) => new(row.Id, row.Note, row.InvitedBy, row.CreatedAt, row.ExpiresAt);
}
