using System.Net;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.Providers.Fal;
using SoundFoundry.Worker.Providers.Replicate;

namespace SoundFoundry.Worker.Providers.Remote.Http;

internal static class RemoteProviderSetup
{
    /// <summary>The wires of fal and Replicate, and the download of what they made. Needs a <see cref="TimeProvider"/> and a <see cref="Random"/>.</summary>
    public static IServiceCollection AddRemoteProviders(this IServiceCollection services)
    {
        services.AddSingleton(provider => ProviderHosts.Of(provider.GetRequiredService<IOptions<ProviderOptions>>().Value));
        services.AddSingleton(provider => new GuardedConnect(
            provider.GetRequiredService<ProviderHosts>().Simulator, Dns.GetHostAddressesAsync, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RemoteClients>();
        services.AddSingleton<RemoteCalls>();
        services.AddSingleton<MediaHosts>();
        services.AddSingleton<MediaTransfer>();
        services.AddSingleton<MediaDownload>();
        services.AddSingleton<IProviderWire, FalWire>();
        services.AddSingleton<IProviderWire, ReplicateWire>();
        return services;
    }
}
