using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace SoundFoundry.Web.Visitors;

/// <summary>Asks again whether a circuit's visitor is still signed in, and makes the circuit nobody's when the session has ended.</summary>
internal sealed class VisitorState(SessionLookup sessions, ILoggerFactory loggers) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    /// <summary>With what Api remembers of a session for a moment, an ended one is out of its circuits within half a minute.</summary>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(15);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var user = authenticationState.User;
        if (user.FindFirst(VisitorClaims.Token) is not { } token) return true;
        return await sessions.AskAsync(token.Value, user.FindFirst(VisitorClaims.Address)?.Value, cancellationToken) is not SessionVerdict.Unknown;
    }
}
