using SoundFoundry.Core.Audit;

namespace SoundFoundry.Worker.Sweeping;

internal static class SweepingSetup
{
    public static void AddSweeping(this IServiceCollection services)
    {
        services.AddOptions<SweepingOptions>().BindConfiguration(SweepingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AuditOptions>().BindConfiguration(AuditOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<StoreSweep>();
        services.AddHostedService<SweepLoop>();
        services.AddHostedService<TidyLoop>();
    }
}
