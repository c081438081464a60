using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Sessions;

/// <summary>Begins, lists and ends the sessions of a user.</summary>
internal sealed class UserSessions(IdentityDb identity, KnownSessions known, AuditLog audit, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>Signs the caller's browser in. Always a new number: one that the browser already had may be known to somebody else.</summary>
    /// <param name="remember">Whether the browser keeps it when it is closed.</param>
    public async Task BeginAsync(Member member, bool remember, string how, CancellationToken cancellationToken)
    {
        var context = http.HttpContext!;
        var token = SecretToken.New();
        var now = clock.GetUtcNow();
        await identity.Sessions.Where(session => session.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        var agent = context.Request.Headers[HeaderNames.UserAgent].ToString();
        identity.Sessions.Add(new Session
        {
            UserId = member.Id,
            Hash = SecretToken.Hash(token),
            ExpiresAt = now + SessionTimes.Idle,
            Address = context.Connection.RemoteIpAddress?.ToString(),
            UserAgent = agent[..Math.Min(agent.Length, SessionConfiguration.UserAgentLength)],
        });
        await identity.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(Acts.SignedIn, null, cancellationToken, how, member.Id);
        SessionCookie.Write(context, token, remember ? SessionTimes.Longest : null);
    }

    public Task<List<Session>> OfAsync(long userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return identity.Sessions.AsNoTracking().Where(session => session.UserId == userId && session.ExpiresAt > now)
            .OrderByDescending(session => session.SeenAt).ToListAsync(cancellationToken);
    }

    /// <returns>False if the user has no such session.</returns>
    public async Task<bool> EndAsync(long userId, long id, string act, CancellationToken cancellationToken)
    {
        var ended = await EndAsync(identity.Sessions.Where(session => session.UserId == userId && session.Id == id), cancellationToken);
        if (ended > 0) await audit.WriteAsync(act, $"session {id}", cancellationToken);
        return ended > 0;
    }

    /// <summary>Signs a user out everywhere, except where the caller sits.</summary>
    public Task<int> EndAllAsync(long userId, long? except, CancellationToken cancellationToken) =>
        EndAsync(identity.Sessions.Where(session => session.UserId == userId && session.Id != except), cancellationToken);

    private async Task<int> EndAsync(IQueryable<Session> sessions, CancellationToken cancellationToken)
    {
        var rows = await sessions.ToListAsync(cancellationToken);
        identity.Sessions.RemoveRange(rows);
        await identity.SaveChangesAsync(cancellationToken);
        foreach (var row in rows) known.Forget(row.Hash);
        return rows.Count;
    }
}
