using SoundFoundry.Worker.Providers.Remote.Http;
using SoundFoundry.Worker.Reconciling;

namespace SoundFoundry.Worker.Providers.Remote;

internal static class RemoteSetup
{
    /// <summary>Everything between a job and a provider elsewhere.</summary>
    public static void AddRemoteRendering(this IServiceCollection services)
    {
        services.AddOptions<RemoteOptions>().BindConfiguration(RemoteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Callbacks>();
        services.AddSingleton<ProviderCallWaits>();
        services.AddSingleton<DurableWrite>();
#pragma warning disable RS0030 // here chance enters the program; everything else takes a Random
        services.AddSingleton(Random.Shared);
#pragma warning restore RS0030
        services.AddHostedService<ProbeLoop>();
        services.AddHostedService<CallLoop>();
        services.AddHostedService<ReconcileLoop>();
        services.AddScoped<Reconciliation>();
        services.AddScoped<Submission>();
        services.AddScoped<Search>();
        services.AddScoped<Following>();
        services.AddScoped<IMusicProvider, RemoteProvider>();
        services.AddRemoteProviders();
    }
}
