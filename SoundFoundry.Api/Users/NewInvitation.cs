namespace SoundFoundry.Api.Users;

/// <param name="Link">Lets one person register. It is not stored: this answer is the only place where it stands.</param>
public sealed record NewInvitation(long Id, string Note, DateTimeOffset ExpiresAt, string Link);
