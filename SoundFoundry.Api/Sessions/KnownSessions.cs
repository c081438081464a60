using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Sessions;

/// <summary>Finds the session a cookie stands for, and who its user is now: a role that is taken away is gone here too.</summary>
internal sealed class KnownSessions(IServiceScopeFactory scopes, IMemoryCache cache, TimeProvider clock)
{
    /// <returns>Null for a session that is unknown, has ended, or whose user is kept out.</returns>
    public async Task<KnownSession?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = SecretToken.Hash(token);
        if (cache.TryGetValue(CacheKey(hash), out KnownSession? known)) return known;

        var found = await ReadAsync(hash, cancellationToken);
        if (found is not null) cache.Set(CacheKey(hash), found, CredentialCache.Lifetime);
        return found;
    }

    /// <summary>Forgets a session on this replica at once; the others forget it within <see cref="CredentialCache.Lifetime"/>.</summary>
    public void Forget(byte[] hash) => cache.Remove(CacheKey(hash));

    private async Task<KnownSession?> ReadAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var identity = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = clock.GetUtcNow();
        var row = await (
            from session in identity.Sessions
            join member in identity.Users on session.UserId equals member.Id
            where session.Hash == hash && session.ExpiresAt > now && member.SuspendedAt == null
            select new { session.Id, session.UserId, session.CreatedAt, session.SeenAt, member.IsOperator }).SingleOrDefaultAsync(cancellationToken);
        if (row is null) return null;

        if (now - row.SeenAt > CredentialCache.SightingInterval)
        {
            var end = row.CreatedAt + SessionTimes.Longest;
            var expires = now + SessionTimes.Idle < end ? now + SessionTimes.Idle : end;
            await identity.Sessions.Where(session => session.Id == row.Id).ExecuteUpdateAsync(
                set => set.SetProperty(session => session.SeenAt, now).SetProperty(session => session.ExpiresAt, expires), cancellationToken);
        }

        return new KnownSession(row.Id, row.UserId, row.IsOperator);
    }

    private static (Type, string) CacheKey(byte[] hash) => (typeof(KnownSessions), Convert.ToHexString(hash));
}
