namespace SoundFoundry.Web.Account.Profile;

/// <param name="Synced">Whether it outlives the device it is on.</param>
public sealed record Passkey(string Id, string Name, bool Synced, DateTimeOffset CreatedAt);
