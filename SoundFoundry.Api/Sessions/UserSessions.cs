using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.Sessions;

/// <summary>Begins, lists and ends the sessions of a user.</summary>
internal sealed class UserSessions(IdentityDb identity, KnownSessions known, AuditLog audit, KnownBrowser browser, IHttpContextAccessor http, TimeProvider clock)
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
            UserAgent = Shortened(agent),
        });
        await identity.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(Acts.SignedIn, null, CancellationToken.None, how, member.Id);
        SessionCookie.Write(context, token, remember ? SessionTimes.Longest : null);
        browser.Remember(context, member.Email!);
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
        var ended = await EndAsync(userId, id, except: null, cancellationToken);
        if (ended > 0) await audit.WriteAsync(act, $"session {id}", CancellationToken.None);
        return ended > 0;
    }

    /// <summary>Signs a user out everywhere, except where the caller sits.</summary>
    public Task<int> EndAllAsync(long userId, long? except, CancellationToken cancellationToken) =>
        EndAsync(userId, only: null, except, cancellationToken);

    private static string Shortened(string agent)
    {
        const int most = SessionConfiguration.UserAgentLength;
        return agent.Length <= most ? agent : agent[..(char.IsHighSurrogate(agent[most - 1]) ? most - 1 : most)];
    }

    // By one statement, whatever else ends some of them at the same time.
    private async Task<int> EndAsync(long userId, long? only, long? except, CancellationToken cancellationToken)
    {
        var ended = await identity.Database.SqlQuery<byte[]>(
            $"""
            DELETE FROM identity.sessions
            WHERE user_id = {userId} AND (CAST({only} AS bigint) IS NULL OR id = {only}) AND id IS DISTINCT FROM CAST({except} AS bigint)
            RETURNING hash AS "Value"
            """).ToListAsync(cancellationToken);
        ended.ForEach(known.Forget);
        return ended.Count;
    }
}
