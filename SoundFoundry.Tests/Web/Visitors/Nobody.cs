using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SoundFoundry.Web.Visitors;

namespace SoundFoundry.Tests.Web.Visitors;

/// <summary>A visitor who is not signed in.</summary>
internal sealed class Nobody : AuthenticationStateProvider
{
    public static Visitor Visitor => new(new Nobody());

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal()));
}
