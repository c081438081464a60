using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SoundFoundry.ServiceDefaults.Connections;

public static class ConnectionLimits
{
    /// <summary>Of one answer's bytes a client must take this many per second: a paused player is cut after minutes, and asks for the rest later.</summary>
    private const double MinResponseRate = 240;

    private const int MaxHeaders = 64;
    private const int MaxHeaderBytes = 16 * 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Bounds what connections cost, whatever the client does with them.</summary>
    public static void AddConnectionLimits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ConnectionOptions>().BindConfiguration(ConnectionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<ConnectionOptions>>((kestrel, options) =>
        {
            var limits = kestrel.Limits;
            limits.MaxConcurrentConnections = options.Value.Max;
            limits.MaxConcurrentUpgradedConnections = options.Value.Max;
            limits.RequestHeadersTimeout = options.Value.HeadTimeout;
            limits.MinRequestBodyDataRate = new MinDataRate(options.Value.MinBodyRate, Grace);
            limits.MinResponseDataRate = new MinDataRate(MinResponseRate, Grace);
            limits.MaxRequestHeaderCount = MaxHeaders;
            limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        });
    }
}
