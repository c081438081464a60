using System.Net;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Worker.Providers.Remote.Http;

/// <summary>Where the providers are: their own hosts, or the simulator that stands for them all.</summary>
internal sealed record ProviderHosts(Uri Fal, Uri FalRest, Uri Replicate, Uri? Simulator)
{
    public static ProviderHosts Of(ProviderOptions options) => new(options.FalQueue, options.FalRest, options.ReplicateApi, options.Simulator);

    /// <param name="path">Without a leading slash.</param>
    public static Uri At(Uri host, string path) => new($"{host.AbsoluteUri.TrimEnd('/')}/{path}");

    public static bool SameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>The one host and port of this machine that may stand for a provider.</summary>
    public bool IsSimulator(DnsEndPoint target) =>
        Simulator is not null && Simulator.Port == target.Port && string.Equals(Simulator.IdnHost, target.Host, StringComparison.OrdinalIgnoreCase);
}
