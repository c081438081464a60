using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SoundFoundry.Api.External;

internal static class ExternalSetup
{
    public const string Scheme = "External";

    private const string Callback = "/api/auth/external/callback";

    public static void AddExternal(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var services = authentication.Services;
        services.AddOptions<ExternalOptions>().BindConfiguration(ExternalOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ExternalOptions>, ValidateExternal>();
        services.AddScoped<ExternalSignIn>();
        services.AddScoped<ExternalLogins>();
        services.AddScoped<ExternalReturn>();

        // Asked about every request, so only where it can have something to say.
        if (configuration.GetSection(ExternalOptions.Section).Get<ExternalOptions>()?.IsOn != true) return;
        authentication.AddOpenIdConnect(Scheme, _ => { });
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<ExternalOptions>, IHostEnvironment>(Configure);
    }

    private static void Configure(OpenIdConnectOptions connect, IOptions<ExternalOptions> options, IHostEnvironment environment)
    {
        var external = options.Value;
        connect.Authority = external.Authority;
        connect.ClientId = external.ClientId;
        connect.ClientSecret = external.ClientSecret;
        connect.RequireHttpsMetadata = !environment.IsDevelopment();
        connect.SignInScheme = IdentityConstants.ExternalScheme;
        connect.CallbackPath = Callback;
        connect.ResponseType = OpenIdConnectResponseType.Code;

        // By a redirect, not by a posted form: writes of other sites are refused here, and lax cookies come with a redirect.
        connect.ResponseMode = OpenIdConnectResponseMode.Query;
        connect.CorrelationCookie.SameSite = connect.NonceCookie.SameSite = SameSiteMode.Lax;
        connect.CorrelationCookie.SecurePolicy = connect.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        connect.UsePkce = true;
        connect.MapInboundClaims = false;
        connect.GetClaimsFromUserInfoEndpoint = true;
        connect.ClaimActions.MapUniqueJsonKey(ExternalPerson.EmailVerifiedClaim, ExternalPerson.EmailVerifiedClaim);
        connect.Scope.Clear();
        foreach (var scope in external.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) connect.Scope.Add(scope);
        connect.Events.OnTicketReceived = context => Return(context.HttpContext).TakeAsync(context);
        connect.Events.OnRemoteFailure = context => Return(context.HttpContext).FailAsync(context);
    }

    private static ExternalReturn Return(HttpContext context) => context.RequestServices.GetRequiredService<ExternalReturn>();
}
