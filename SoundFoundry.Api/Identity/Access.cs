using Microsoft.AspNetCore.Authorization;

namespace SoundFoundry.Api.Identity;

/// <summary>Who may call an endpoint: the names of the policies, and what each asks for.</summary>
internal static class Access
{
    /// <summary>Anyone known. A key needs the scope <c>read</c> for reading and <c>create</c> for everything else.</summary>
    public const string User = nameof(User);

    /// <summary>Someone who signed in, with a browser. Keys can't make keys, or give an account away.</summary>
    public const string Person = nameof(Person);

    /// <summary>An operator; with a key, one of the scope <c>admin</c>.</summary>
    public const string Operator = nameof(Operator);

    public const string OperatorRole = "operator";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(User, policy => policy.RequireAuthenticatedUser().AddRequirements(new ScopeByMethod()))
            .AddPolicy(Person, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.KeyId() is null))
            .AddPolicy(Operator, policy => policy.RequireRole(OperatorRole).AddRequirements(new AdminScope()));
    }
}
