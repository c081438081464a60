namespace SoundFoundry.Web.Operate.Invitations;

public sealed record Invitation(long Id, string Note, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
