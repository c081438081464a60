using SoundFoundry.Api.Keys;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Identity;

/// <summary>Asks again whether the caller of a long answer may still hear it.</summary>
internal sealed class StreamAccess(KnownKeys keys, IServiceProvider services, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Passes <paramref name="items"/> on until the session or key that asked for them is gone. It is looked at before an item is
    /// told, at most every ten seconds; with a ping every fifteen the end comes within half a minute.</summary>
    public async IAsyncEnumerable<T> UntilRevokedAsync<T>(HttpContext context, IAsyncEnumerable<T> items)
    {
        var asked = clock.GetTimestamp();
        await foreach (var item in items)
        {
            if (clock.GetElapsedTime(asked) >= Interval)
            {
                if (!await IsKnownAsync(context)) yield break;
                asked = clock.GetTimestamp();
            }

            yield return item;
        }
    }

    private async Task<bool> IsKnownAsync(HttpContext context)
    {
        try
        {
            return await AskAsync(context);
        }
        catch (Exception exception) when (exception.IsOutage())
        {
            return true; // a restart of PostgreSQL need not end every stream: it is asked again
        }
    }

    private async Task<bool> AskAsync(HttpContext context)
    {
        if (ApiKeyAuthentication.Read(context.Request) is { } key) return await keys.FindAsync(key, context.RequestAborted) is not null;

        // No sessions in local mode, where the owner is always known.
        return services.GetService<KnownSessions>() is not { } sessions
            || (SessionCookie.Read(context.Request) is { } token && await sessions.FindAsync(token, context.RequestAborted) is not null);
    }
}
