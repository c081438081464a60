namespace SoundFoundry.Api.Keys;

/// <param name="Key">The key itself. It is not stored: this answer is the only place where it stands.</param>
public sealed record NewKeyResponse(long Id, string Name, string Prefix, string[] Scopes, DateTimeOffset? ExpiresAt, string Key)
{
    internal static NewKeyResponse From(ApiKey row, string key) => new(row.Id, row.Name, row.Prefix, row.Scopes, row.ExpiresAt, key);
}
