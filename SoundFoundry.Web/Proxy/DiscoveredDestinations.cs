using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.ServiceDiscovery;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace SoundFoundry.Web.Proxy;

/// <summary>Finds the addresses of a named service, <c>services__api__http__0</c> and so on, and again whenever they change.</summary>
internal sealed class DiscoveredDestinations(ServiceEndpointResolver resolver) : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, DestinationConfig>();
        var changes = new List<IChangeToken>();
        foreach (var (name, destination) in destinations)
        {
            var source = await resolver.GetEndpointsAsync(destination.Address, cancellationToken);
            changes.Add(source.ChangeToken);
            foreach (var endpoint in source.Endpoints)
            {
                found[$"{name}[{endpoint}]"] = destination with { Address = AddressOf(endpoint) };
            }
        }

        return new ResolvedDestinationCollection(found, new CompositeChangeToken(changes));
    }

    // A bare host and port is what name servers give; it then speaks http, as inside one deployment.
    private static string AddressOf(ServiceEndpoint endpoint)
    {
        var address = endpoint.ToString()!;
        return address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}";
    }
}
