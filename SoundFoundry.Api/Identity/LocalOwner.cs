using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using SoundFoundry.ServiceDefaults.Walls;

namespace SoundFoundry.Api.Identity;

/// <summary>Local mode: whoever passed the walls is the one owner, and operator; from another machine only if the operator lets them in.</summary>
/// <remarks>The walls see who connects, and that may be a proxy of this machine which lets anybody in.</remarks>
internal sealed class LocalOwner(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptions<LocalWallsOptions> walls)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "LocalOwner";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!walls.Value.AllowRemote && !IsOfThisMachine()) return Task.FromResult(AuthenticateResult.NoResult());
        var id = Core.Users.User.LocalOwnerId.ToString(CultureInfo.InvariantCulture);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id), new Claim(ClaimTypes.Role, Access.OperatorRole)], Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }

    // No address at all is a connection without a network. What a proxy said of it there was not believed, but it was said.
    private bool IsOfThisMachine() => Context.Connection.RemoteIpAddress is { } address
        ? IPAddress.IsLoopback(address)
        : !Request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName);
}
