using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Web.Visitors;

internal static class VisitorHeaders
{
    /// <summary>Tells Api whose call it is.</summary>
    /// <param name="token">Of the visitor's session; null for who has none.</param>
    /// <param name="address">Where the visitor's browser is, for Api's limits and records; null or empty if that is not known.</param>
    public static void SpeakFor(this HttpRequestMessage request, string? token, string? address)
    {
        if (token is not null) request.Headers.Add("Cookie", $"{SessionCookieName.Value}={token}");
        if (address is { Length: > 0 }) request.Headers.Add("X-Forwarded-For", address);
    }
}
