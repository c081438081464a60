using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Api.Limits;

internal static class LimitSetup
{
    public static void AddLimits(this WebApplicationBuilder builder, AuthMode mode)
    {
        builder.Services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section)
            .PostConfigure(options => Complete(options, hasStrangers: mode == AuthMode.Accounts))
            .ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<LimitMetrics>();
        builder.Services.AddSingleton<Limiter>();
        builder.Services.AddSingleton<EventStreamSlots>();
    }

    /// <summary>After the walls, which tell the true address, and before authentication.</summary>
    public static void UseAddressLimits(this IApplicationBuilder app) => app.UseMiddleware<AddressLimits>();

    /// <summary>Right after authentication.</summary>
    public static void UseUserLimits(this IApplicationBuilder app) => app.UseMiddleware<UserLimits>();

    // Who is alone on a machine has nobody to be protected from.
    private static void Complete(LimitsOptions options, bool hasStrangers)
    {
        options.Enabled ??= hasStrangers;
        options.WaitingJobs ??= hasStrangers ? LimitsOptions.WaitingJobsOfStrangers : 0;
        options.EventStreams ??= hasStrangers ? LimitsOptions.EventStreamsOfStrangers : 0;
    }
}
