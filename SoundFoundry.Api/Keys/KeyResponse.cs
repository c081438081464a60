namespace SoundFoundry.Api.Keys;

/// <param name="Prefix">The key's first characters, to tell keys apart by.</param>
public sealed record KeyResponse(
    long Id, string Name, string Prefix, string[] Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? UsedAt)
{
    internal static KeyResponse From(ApiKey row) => new(row.Id, row.Name, row.Prefix, row.Scopes, row.CreatedAt, row.ExpiresAt, row.UsedAt);
}
