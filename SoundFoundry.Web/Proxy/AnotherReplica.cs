using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace SoundFoundry.Web.Proxy;

/// <summary>Hands a request to another replica of Api when the first could not be connected to.</summary>
internal sealed class AnotherReplica(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var proxy = context.GetReverseProxyFeature();
        var untried = proxy.AllDestinations.ToList();
        while (true)
        {
            await next(context);
            if (!NothingWasSent(context)) return;
            untried.Remove(proxy.ProxiedDestination!);
            if (untried.Count == 0) return;

            proxy.AvailableDestinations = untried;
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.StatusCode = StatusCodes.Status200OK;
        }
    }

    private static bool NothingWasSent(HttpContext context) =>
        !context.Response.HasStarted && context.Features.Get<IForwarderErrorFeature>()?.Exception.IsConnectFailure() == true;
}
