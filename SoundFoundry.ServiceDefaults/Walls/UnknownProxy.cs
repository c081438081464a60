using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging;

namespace SoundFoundry.ServiceDefaults.Walls;

/// <summary>Says once that somebody who is no proxy of ours hands addresses on: it may be one that the operator forgot to name, and then all
/// visitors are one address.</summary>
internal sealed partial class UnknownProxy(RequestDelegate next, ILogger<UnknownProxy> logger)
{
    private int _wasSaid;

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName) && !headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName)
            && Interlocked.Exchange(ref _wasSaid, 1) == 0) Log.NotBelieved(logger);
        return next(context);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 6104, Level = LogLevel.Warning,
            Message = "X-Forwarded-For came from an address that is not among Walls:Proxies, and is not believed. If a proxy of yours sent it, name it there.")]
        public static partial void NotBelieved(ILogger logger);
    }
}
