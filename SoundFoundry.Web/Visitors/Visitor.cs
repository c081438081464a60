using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace SoundFoundry.Web.Visitors;

/// <summary>For whom a page's server side calls Api: the user of the request, and later of the circuit.</summary>
internal sealed class Visitor(AuthenticationStateProvider state, IHttpContextAccessor http)
{
    /// <summary>Makes a call to Api the visitor's own.</summary>
    public async ValueTask AddCredentialsAsync(HttpRequestMessage request)
    {
        var user = (await state.GetAuthenticationStateAsync()).User;
        request.SpeakFor(user.FindFirst(VisitorClaims.Token)?.Value, AddressOf(user));
    }

    // Who is not signed in has no claims, and no circuit either: a page is made within the request. Without an address all strangers
    // together would be counted as one, and one of them could use up what Api lets all pages ask.
    private string? AddressOf(ClaimsPrincipal user) =>
        user.FindFirst(VisitorClaims.Address)?.Value ?? http.HttpContext?.Connection.RemoteIpAddress?.ToString();
}
