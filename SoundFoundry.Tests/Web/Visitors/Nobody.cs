using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using SoundFoundry.Web.Visitors;

namespace SoundFoundry.Tests.Web.Visitors;

/// <summary>A visitor who is not signed in.</summary>
internal sealed class Nobody : AuthenticationStateProvider
{
    public static Visitor Visitor => new(new Nobody(), new HttpContextAccessor());

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal()));
}
