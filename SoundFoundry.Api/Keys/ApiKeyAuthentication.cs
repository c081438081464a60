using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Keys;

/// <summary>Knows a program by <c>Authorization: Bearer sf_…</c>.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KnownKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiKey";

    private const string Bearer = "Bearer ";

    /// <summary>The key a request shows, good or not.</summary>
    public static string? Read(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Read(Request) is not { } token) return AuthenticateResult.NoResult();
        if (await keys.FindAsync(token, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("This key is unknown, expired or revoked.");

        var claims = key.Scopes.Select(scope => new Claim(SoundFoundryClaims.Scope, scope))
            .Append(new Claim(ClaimTypes.NameIdentifier, Text(key.UserId)))
            .Append(new Claim(SoundFoundryClaims.Key, Text(key.Id)));
        if (key.IsOperator) claims = claims.Append(new Claim(ClaimTypes.Role, Access.OperatorRole));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
