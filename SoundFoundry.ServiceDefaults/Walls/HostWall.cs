using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SoundFoundry.ServiceDefaults.Walls;

/// <summary>Refuses a request made under a name that is not ours: a foreign name that resolves to this machine (DNS rebinding).</summary>
internal sealed partial class HostWall(RequestDelegate next, IOptions<LocalWallsOptions> options, ILogger<HostWall> logger)
{
    private readonly LocalWallsOptions _options = options.Value;

    public Task InvokeAsync(HttpContext context)
    {
        // The last is where the host goes when forwarded headers were applied already, by a host that was told to (TrustedProxies).
        var headers = context.Request.Headers;
        var forwarded = headers["X-Forwarded-Host"].Concat(headers["X-Original-Host"]).SelectMany(line => line?.Split(',') ?? []);
        if (forwarded.Select(value => new HostString(value.Trim())).Prepend(context.Request.Host).All(IsOurs)) return next(context);

        Log.Refused(logger, context.Request.Method);
        return Refusal.WriteAsync(context, "foreign_host", "This name is not served here.",
            "The request's Host is not one this service knows. Use http://localhost, or add the name to Walls:Hosts (Walls__Hosts__0).");
    }

    private bool IsOurs(HostString host) =>
        host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || _options.Hosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host, out var address) && (_options.AllowRemote || IPAddress.IsLoopback(address)));

    private static partial class Log
    {
        [LoggerMessage(EventId = 6101, Level = LogLevel.Warning,
            Message = "A {Method} request under a host name that is not ours was refused.")]
        public static partial void Refused(ILogger logger, string method);
    }
}
