using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace SoundFoundry.ServiceDefaults.Walls;

/// <summary>Whose word is taken for where a request came from: the proxies the operator names, else those of this machine.</summary>
/// <remarks>After everything else, since <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>, which deployment tools set, would have anybody believed.
/// All hops are read from the last one back, and the first that is no proxy of ours is the client: what it said itself counts for nothing.</remarks>
internal sealed class TrustedProxies(IOptions<LocalWallsOptions> walls) : IPostConfigureOptions<ForwardedHeadersOptions>
{
    private static readonly string[] ThisMachine = ["127.0.0.0/8", "::1/128"];

    public static bool TryParse(string text, out IPNetwork network)
    {
        network = default;
        if (IPNetwork.TryParse(text, out network)) return true;
        if (!IPAddress.TryParse(text, out var address)) return false;
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }

    public void PostConfigure(string? name, ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.All;
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in walls.Value.Proxies.Count > 0 ? walls.Value.Proxies : ThisMachine)
            if (TryParse(text, out var network)) options.KnownIPNetworks.Add(network);
    }
}
