using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace SoundFoundry.Web.Visitors;

/// <summary>Asks again whether a circuit's visitor is still signed in, and makes the circuit nobody's when the session has ended.</summary>
internal sealed class VisitorState(SessionLookup sessions, ILoggerFactory loggers) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private bool _wasRefused;

    /// <summary>With what Api remembers of a session for a moment, an ended one is out of its circuits within half a minute.</summary>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(15);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var user = authenticationState.User;
        if (user.FindFirst(VisitorClaims.Token) is not { } token) return true;
        var address = user.FindFirst(VisitorClaims.Address)?.Value ?? "";
        return Stands(await sessions.AskAsync(token.Value, address, cancellationToken));
    }

    /// <summary>Who asks so much that Api says no more of the session twice running is taken for signed out: otherwise an ended session
    /// could be kept in its circuit by flooding Api from the same address.</summary>
    internal bool Stands(SessionVerdict verdict)
    {
        var wasRefused = _wasRefused;
        _wasRefused = verdict is SessionVerdict.Refused;
        return verdict is not SessionVerdict.Unknown && !(wasRefused && _wasRefused);
    }
}
