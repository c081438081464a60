using System.Net;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Network;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Worker.Webhooks;

/// <summary>The connections to receivers: to public addresses only, without redirects, and without a word about our traces. Not from the
/// client factory, whose requests are repeated; and neither traced nor measured by the platform, which would keep their addresses.</summary>
internal sealed class WebhookClient : IDisposable
{
    private const int KilobytesOfHeaders = 16;
    private const int BytesOfBody = 4 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private readonly UnwatchedMeters _meters = new();
    private readonly HttpClient _http;

    public WebhookClient(IOptions<WebhookOptions> options, ResolveName resolve, TimeProvider time)
    {
        var connect = new GuardedConnect(_ => options.Value.AllowLoopback, resolve, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = connect.ConnectAsync,
            PooledConnectionLifetime = Kept,
            PooledConnectionIdleTimeout = Kept,
            MaxResponseHeadersLength = KilobytesOfHeaders,
            MaxResponseDrainSize = BytesOfBody,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            MeterFactory = _meters,
            AutomaticDecompression = DecompressionMethods.None,
        }) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("SoundFoundry");
    }

    /// <summary>Comes back with the headers; the body is not read.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose()
    {
        _http.Dispose();
        _meters.Dispose();
    }
}
