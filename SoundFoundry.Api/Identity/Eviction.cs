using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Keys;
using SoundFoundry.Api.Sessions;

namespace SoundFoundry.Api.Identity;

/// <summary>Closes what opens an account, whoever made it: sessions, keys, passkeys and logins elsewhere. The password is the caller's to
/// change.</summary>
/// <param name="sessions">None in local mode.</param>
internal sealed class Eviction(IdentityDb identity, IEnumerable<KnownSessions> sessions, KnownKeys keys)
{
    /// <summary>Inside the caller's transaction.</summary>
    /// <returns>Makes this process forget what it knows of them; for after the commit.</returns>
    public async Task<Action> EvictAsync(long userId, CancellationToken cancellationToken)
    {
        var cookies = await identity.Sessions.Where(session => session.UserId == userId).Select(session => session.Hash).ToListAsync(cancellationToken);
        var tokens = await identity.ApiKeys.Where(key => key.UserId == userId).Select(key => key.Hash).ToListAsync(cancellationToken);
        await identity.Sessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await identity.ApiKeys.Where(key => key.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await identity.UserPasskeys.Where(passkey => passkey.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await identity.UserLogins.Where(login => login.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        return () =>
        {
            foreach (var known in sessions) cookies.ForEach(known.Forget);
            tokens.ForEach(keys.Forget);
        };
    }
}
