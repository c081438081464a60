using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Passkeys;

internal static class PasskeySetup
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.Configure<IdentityPasskeyOptions>(PasskeyRules.Configure);
        services.AddScoped<IPasskeyHandler<Member>, PasskeyHandler<Member>>();
        services.AddSingleton<PasskeyCeremony>();
        services.AddScoped<UserPasskeys>();
        services.AddScoped<PasskeySignIn>();
    }
}
