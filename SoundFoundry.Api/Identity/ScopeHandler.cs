using Microsoft.AspNetCore.Authorization;

namespace SoundFoundry.Api.Identity;

internal sealed class ScopeHandler : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var needed = requirement switch
            {
                AdminScope => Scopes.Admin,
                ScopeByMethod when IsSafe(context.Resource) => Scopes.Read,
                ScopeByMethod => Scopes.Create,
                _ => null,
            };
            if (needed is not null && (context.User.KeyId() is null || context.User.HasClaim(SoundFoundryClaims.Scope, needed)))
                context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool IsSafe(object? resource) =>
        resource is HttpContext { Request.Method: var method } && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method));
}
