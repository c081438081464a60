using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SoundFoundry.ServiceDefaults.Walls;

/// <summary>Refuses what a page of another origin sends through its visitor's browser: every unsafe method, and web sockets,
/// which browsers open to anyone. Programs send neither header and pass.</summary>
internal sealed partial class OriginWall(RequestDelegate next, IOptions<LocalWallsOptions> options, ILogger<OriginWall> logger)
{
    private readonly HashSet<string> _origins =
        new(options.Value.Origins.Select(origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        if (!Changes(context) || IsOurs(context.Request)) return next(context);

        Log.Refused(logger, context.Request.Method);
        return Refusal.WriteAsync(context, "foreign_origin", "Another site's page may not do this.",
            "The request came from a page of another origin. If that page is yours, add its origin to CORS_ORIGINS.");
    }

    private static bool Changes(HttpContext context)
    {
        var method = context.Request.Method;
        var safe = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        return !safe || context.Request.Headers.Upgrade.Count > 0;
    }

    private bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (_origins.Contains(origin)) return true;

        // A page on another port of localhost is "same-site", yet as foreign as any other.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none")) return false;

        return origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 6102, Level = LogLevel.Warning, Message = "A {Method} request of a foreign page was refused.")]
        public static partial void Refused(ILogger logger, string method);
    }
}
