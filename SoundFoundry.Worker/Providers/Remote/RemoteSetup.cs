using System.Net;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Network;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Fal;
using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;
using SoundFoundry.Worker.Providers.Replicate;

namespace SoundFoundry.Worker.Providers.Remote;

internal static class RemoteSetup
{
    /// <summary>Everything between a job and a provider elsewhere.</summary>
    public static void AddRemoteRendering(this IServiceCollection services)
    {
#pragma warning disable RS0030 // here chance enters the program; everything else takes a Random
        services.AddSingleton(Random.Shared);
#pragma warning restore RS0030
        services.AddWires();
        services.AddSingleton<Callbacks>();
        services.AddSingleton<CallbackWaits>();
        services.AddSingleton<DurableWrite>();
        services.AddHostedService<ProbeLoop>();
        services.AddScoped<Submission>();
        services.AddScoped<Search>();
        services.AddScoped<Following>();
        services.AddScoped<IMusicProvider, RemoteProvider>();
    }

    /// <summary>fal and Replicate over HTTP, and the download of what they made. Needs a <see cref="TimeProvider"/> and a <see cref="Random"/>.</summary>
    public static void AddWires(this IServiceCollection services)
    {
        services.AddOptions<RemoteOptions>().BindConfiguration(RemoteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => ProviderHosts.Of(provider.GetRequiredService<IOptions<ProviderOptions>>().Value));
        services.AddSingleton(provider => new GuardedConnect(
            provider.GetRequiredService<ProviderHosts>().IsSimulator, Dns.GetHostAddressesAsync, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RemoteClients>();
        services.AddSingleton<RemoteCalls>();
        services.AddSingleton<MediaHosts>();
        services.AddSingleton<MediaTransfer>();
        services.AddSingleton<MediaDownload>();
        services.AddSingleton<IProviderWire, FalWire>();
        services.AddSingleton<IProviderWire, ReplicateWire>();
    }
}
