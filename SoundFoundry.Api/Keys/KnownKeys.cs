using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Users;
using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Api.Keys;

/// <summary>Finds the key a request shows. A good one is believed for a moment before its row is read again.</summary>
internal sealed class KnownKeys(IServiceScopeFactory scopes, IMemoryCache cache, IOptions<AuthOptions> auth, TimeProvider clock)
{
    /// <returns>Null for a key that is unknown, expired, revoked, or whose user is kept out.</returns>
    public async Task<KnownKey?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (!token.StartsWith(ApiKeys.TokenPrefix, StringComparison.Ordinal)) return null;
        var hash = SecretToken.Hash(token);
        var cacheKey = CacheKey(hash);
        if (cache.TryGetValue(cacheKey, out KnownKey? known)) return known;

        var found = await ReadAsync(hash, cancellationToken);
        if (found is not null) cache.Set(cacheKey, found, CredentialCache.Lifetime);
        return found;
    }

    /// <summary>Forgets a key on this replica at once; the others forget it within <see cref="CredentialCache.Lifetime"/>.</summary>
    public void Forget(byte[] hash) => cache.Remove(CacheKey(hash));

    private async Task<KnownKey?> ReadAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var identity = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = clock.GetUtcNow();
        var row = await (
            from key in identity.ApiKeys
            where key.Hash == hash && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now)
            from member in identity.Users.Where(member => member.Id == key.UserId).DefaultIfEmpty()
            select new { key.Id, key.UserId, key.Scopes, key.UsedAt, Member = member }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null || row.Member?.SuspendedAt is not null) return null;

        // Only the owner of local mode has keys without being a member; elsewhere it is a key of somebody who is gone.
        if (row.Member is null && !(auth.Value.Mode == AuthMode.Local && row.UserId == User.LocalOwnerId)) return null;

        if (row.UsedAt is null || now - row.UsedAt > CredentialCache.SightingInterval)
        {
            await identity.ApiKeys.Where(key => key.Id == row.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(key => key.UsedAt, now), cancellationToken);
        }

        return new KnownKey(row.Id, row.UserId, row.Scopes, row.Member?.IsOperator ?? true);
    }

    private static (Type, string) CacheKey(byte[] hash) => (typeof(KnownKeys), Convert.ToHexString(hash));
}
