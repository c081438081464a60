using Microsoft.AspNetCore.Components.Authorization;
using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Web.Visitors;

/// <summary>For whom a page's server side calls Api: the user of the request, and later of the circuit.</summary>
internal sealed class Visitor(AuthenticationStateProvider state)
{
    /// <summary>Makes a call to Api the visitor's own.</summary>
    public async ValueTask AddCredentialsAsync(HttpRequestMessage request)
    {
        var user = (await state.GetAuthenticationStateAsync()).User;
        if (user.FindFirst(VisitorClaims.Token) is { } token) request.Headers.Add("Cookie", $"{SessionCookieName.Value}={token.Value}");
        if (user.FindFirst(VisitorClaims.Address) is { Value.Length: > 0 } address) request.Headers.Add("X-Forwarded-For", address.Value);
    }
}
