using System.Net;
using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Api.Sessions;

/// <summary>The cookie that holds a session's random number, and nothing else.</summary>
internal static class SessionCookie
{
    public const string Name = SessionCookieName.Value;

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    /// <param name="lifetime">Null: until the browser is closed.</param>
    public static void Write(HttpContext context, string token, TimeSpan? lifetime)
    {
        var options = Options(context);
        options.MaxAge = lifetime;
        context.Response.Cookies.Append(Name, token, options);
    }

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    /// <remarks>Lax, not Strict: whoever follows a link to a track from a mail is signed in there. Writes of other sites are refused
    /// by the walls already.</remarks>
    public static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps || !IsThisMachine(context.Request.Host.Host),
        Path = "/",
        IsEssential = true,
    };

    // Not every browser takes a secure cookie from http://localhost.
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
}
