using SoundFoundry.ServiceDefaults;

namespace SoundFoundry.Api.Shutdown;

internal static class DrainSetup
{
    public static void AddDrain(this IServiceCollection services)
    {
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddHealthChecks().AddCheck<Drain>("stopping", tags: [HealthChecks.Ready]);
    }
}
