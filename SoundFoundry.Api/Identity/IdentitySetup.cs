using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.External;
using SoundFoundry.Api.Keys;
using SoundFoundry.Api.Mail;
using SoundFoundry.Api.Passkeys;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Api.SignIn;
using SoundFoundry.Api.Users;
using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Api.Identity;

internal static class IdentitySetup
{
    /// <summary>The scheme that asks the right one: a key where one is shown, else the session, or in local mode the owner.</summary>
    private const string KeyOrOther = nameof(KeyOrOther);

    public static void AddIdentity(this IServiceCollection services, AuthMode mode, IConfiguration configuration)
    {
        services.AddMemoryCache();
        services.AddIdentityDb();
        services.AddSingleton<KnownKeys>();
        services.AddScoped<ApiKeys>();
        services.AddScoped<Eviction>();
        services.AddSingleton<IValidateOptions<AccountsOptions>, ValidateAccounts>();
        services.AddScoped<StreamAccess>();
        services.AddSingleton<PageLinks>();
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section).ValidateOnStart();

        var unkeyed = mode == AuthMode.Local ? LocalOwner.Scheme : SessionAuthentication.Scheme;
        var authentication = services.AddAuthentication(KeyOrOther)
            .AddPolicyScheme(KeyOrOther, null, scheme =>
                scheme.ForwardDefaultSelector = context => context.Request.Headers.Authorization.Count > 0 ? ApiKeyAuthentication.Scheme : unkeyed)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Scheme, null);
        services.AddAccess();
        if (mode == AuthMode.Local) authentication.AddScheme<AuthenticationSchemeOptions, LocalOwner>(LocalOwner.Scheme, null);
        else authentication.AddAccounts(configuration);
    }

    private static void AddAccounts(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var services = authentication.Services;
        authentication.AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.Scheme, null);
        authentication.AddIdentityCookies();
        services.AddDataProtection().SetApplicationName("SoundFoundry").PersistKeysToDbContext<IdentityDb>();
        services.AddSingleton<KnownSessions>();
        services.AddScoped<UserSessions>();
        services.AddScoped<MemberCreation>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<Reauthentication>();
        services.AddSingleton<KnownBrowser>();
        services.AddScoped<SetUp>();
        services.AddScoped<Invitations>();
        services.AddScoped<MemberRegistration>();
        services.AddScoped<WaysIn>();
        services.AddScoped<PasswordRecovery>();
        services.AddScoped<UserDesk>();
        services.AddScoped<EmailConfirmation>();
        services.AddMail();
        services.AddPasskeys();
        authentication.AddExternal(configuration);
        services.AddHttpClient<BreachedPasswords>(http => http.Timeout = TimeSpan.FromSeconds(3));
        services.AddIdentityCore<Member>(PasswordRules.Configure)
            .AddEntityFrameworkStores<IdentityDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddResetTokens()
            .AddPasswordValidator<PasswordRules>();
        services.ReadKeysWhenNeeded();
    }

    // The framework also reads them as the process starts, when the migrations may still be running.
    private static void ReadKeysWhenNeeded(this IServiceCollection services) =>
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
}
