using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using SoundFoundry.ServiceDefaults.Auth;
using SoundFoundry.Web.Security;

namespace SoundFoundry.Web.Visitors;

/// <summary>Knows the visitor of a page by the session cookie, which only Api can judge. In local mode everyone is the owner.</summary>
internal sealed class VisitorAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionLookup sessions, IOptions<AuthOptions> auth)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Visitor";

    private const int RefusedSeconds = 5;

    private bool _unavailable;
    private bool _refused;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Files and what is handed on to Api need nobody: Api judges for itself.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null) return AuthenticateResult.NoResult();
        var address = Context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (auth.Value.Mode == AuthMode.Local)
            return Known(new Me(0, "", null, HasPassword: false, VisitorClaims.OperatorRole), [new(VisitorClaims.Address, address)]);
        if (Request.Cookies[SessionCookieName.Value] is not { Length: > 0 } token) return AuthenticateResult.NoResult();

        switch (await sessions.AskAsync(token, address, Context.RequestAborted))
        {
            case SessionVerdict.Known known:
                return Known(known.Me, [new(VisitorClaims.Token, token), new(VisitorClaims.Address, address)]);
            case SessionVerdict.Refused:
                _refused = true;
                return AuthenticateResult.NoResult();
            case SessionVerdict.Unavailable:
                _unavailable = true;
                return AuthenticateResult.NoResult();
            default:
                return AuthenticateResult.NoResult();
        }
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_refused) return PageLimit.WriteAsync(Response, RefusedSeconds);
        if (_unavailable) Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else if (!HttpMethods.IsGet(Request.Method) || Request.Path.StartsWithSegments("/_blazor")) Response.StatusCode = StatusCodes.Status401Unauthorized;
        else Response.Redirect($"/sign-in?return={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
        return Task.CompletedTask;
    }

    private static AuthenticateResult Known(Me me, IEnumerable<Claim> more)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, me.Id.ToString(CultureInfo.InvariantCulture)),
                new(ClaimTypes.Name, me.Name),
                new(ClaimTypes.Role, me.Role),
                .. more,
            ],
            Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }
}
