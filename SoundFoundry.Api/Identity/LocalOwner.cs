using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Api.Identity;

/// <summary>Local mode: whoever passed the walls is the one owner, and operator.</summary>
internal sealed class LocalOwner(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "LocalOwner";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var id = Core.Users.User.LocalOwnerId.ToString(CultureInfo.InvariantCulture);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id), new Claim(ClaimTypes.Role, Access.OperatorRole)], Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }
}
