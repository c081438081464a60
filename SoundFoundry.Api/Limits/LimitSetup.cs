using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Api.Limits;

internal static class LimitSetup
{
    public static void AddLimits(this WebApplicationBuilder builder, AuthMode mode)
    {
        // Who is alone on a machine has nobody to be protected from.
        builder.Services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section)
            .PostConfigure(options => options.Enabled ??= mode == AuthMode.Accounts)
            .ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<LimitMetrics>();
        builder.Services.AddSingleton<Limiter>();
    }

    /// <summary>After the walls, which tell the true address, and before authentication.</summary>
    public static void UseAddressLimits(this IApplicationBuilder app) => app.UseMiddleware<AddressLimits>();

    /// <summary>Right after authentication.</summary>
    public static void UseUserLimits(this IApplicationBuilder app) => app.UseMiddleware<UserLimits>();
}
