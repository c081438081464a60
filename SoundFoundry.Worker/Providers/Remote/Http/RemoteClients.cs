using System.Net;
using SoundFoundry.Core.Network;

namespace SoundFoundry.Worker.Providers.Remote.Http;

/// <summary>The connections to providers. Not from the client factory: its resilience is for calls that may be repeated.</summary>
internal sealed class RemoteClients(GuardedConnect connect) : IDisposable
{
    /// <summary>How long connections are kept: long enough to poll over one, short enough to follow a changed name.</summary>
    private static readonly TimeSpan Pooled = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);

    /// <summary>Each request has a connection of its own: a kept one may be closed by the far end just as a submit is written to it,
    /// and then nobody knows whether it arrived.</summary>
    public HttpClient Submits { get; } = Client(Handler(connect, TimeSpan.Zero));

    public HttpClient Questions { get; } = Client(Handler(connect, Pooled));

    public HttpClient Downloads { get; } = Client(Handler(connect, Pooled));

    public void Dispose()
    {
        Submits.Dispose();
        Questions.Dispose();
        Downloads.Dispose();
    }

    private static HttpClient Client(SocketsHttpHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("SoundFoundry");
        return client;
    }

    private static SocketsHttpHandler Handler(GuardedConnect connect, TimeSpan pooled) => new()
    {
        ConnectCallback = connect.ConnectAsync,
        ConnectTimeout = ConnectLimit,
        PooledConnectionLifetime = pooled,
        PooledConnectionIdleTimeout = pooled,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
    };
}
