using SoundFoundry.Web.Proxy;
using Yarp.ReverseProxy;

namespace SoundFoundry.Web.Api;

/// <summary>Sends a page's calls to the replicas of Api that the proxy holds for ready, in turn; to the next one if the first could not be
/// connected to.</summary>
internal sealed class ReadyReplicas(IProxyStateLookup proxy) : DelegatingHandler
{
    private int _turn;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var replicas = Replicas();
        for (var tried = 1; ; tried++)
        {
            if (replicas.Count > 0) request.RequestUri = At(replicas, request.RequestUri!);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException exception) when (exception.IsConnectFailure() && tried < replicas.Count)
            {
                // The next one may have it.
            }
        }
    }

    private IReadOnlyList<Uri> Replicas() =>
        proxy.TryGetCluster(ApiProxy.ClusterId, out var cluster)
            ? [.. cluster.DestinationsState.AvailableDestinations.Select(destination => new Uri(destination.Model.Config.Address))]
            : [];

    private Uri At(IReadOnlyList<Uri> replicas, Uri address) =>
        new(replicas[(int)((uint)Interlocked.Increment(ref _turn) % (uint)replicas.Count)], address.PathAndQuery);
}
