using Microsoft.AspNetCore.Http;

namespace SoundFoundry.ServiceDefaults.Walls;

/// <summary>What every answer tells a browser, of whichever service.</summary>
public static class CommonHeaders
{
    private const string OneYear = "max-age=31536000";

    public static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Resource-Policy"] = IsForEveryPage(context.Request.Path) ? "cross-origin" : "same-origin";
        if (context.Request.IsHttps && !IsThisMachine(context.Request.Host)) headers.StrictTransportSecurity = OneYear;
    }

    // Whoever has the link has what it leads to, without cookies: a page of another site may show or play it.
    private static bool IsForEveryPage(PathString path) => path.StartsWithSegments("/api/public") || path.StartsWithSegments("/api/files");

    // A browser would refuse plain http to every port of localhost for a year.
    private static bool IsThisMachine(HostString host) =>
        host.Host is "localhost" or "127.0.0.1" or "[::1]" || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
