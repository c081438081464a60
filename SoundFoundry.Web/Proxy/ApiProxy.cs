using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms;

namespace SoundFoundry.Web.Proxy;

/// <summary>Hands <c>/api/**</c> on to Api, so that the browser knows one origin only.</summary>
internal static class ApiProxy
{
    private static readonly RouteConfig Route = new()
    {
        RouteId = "api",
        ClusterId = "api",
        Match = new RouteMatch { Path = "/api/{**rest}" },
    };

    private static readonly ClusterConfig Cluster = new()
    {
        ClusterId = "api",
        Destinations = new Dictionary<string, DestinationConfig> { ["api"] = new() { Address = "https+http://api" } },

        // Forty times the pause between two pings of an event stream: silence that long means a dead connection.
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromMinutes(10) },
    };

    public static void AddApiProxy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
        builder.Services.AddReverseProxy().LoadFromMemory([Route], [Cluster])
            .AddTransforms(transforms => transforms.AddResponseTransform(OpenEventStreamAsync));
    }

    public static void MapApiProxy(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapReverseProxy(pipeline =>
        {
            pipeline.UseMiddleware<ApiAnswers>();
            pipeline.UseSessionAffinity();
            pipeline.UseLoadBalancing();
            pipeline.UsePassiveHealthChecks();
        });

    // YARP holds the head back until the first byte of the body; a quiet stream would not seem open until its first event.
    private static async ValueTask OpenEventStreamAsync(ResponseTransformContext context)
    {
        if (context.ProxyResponse?.Content.Headers.ContentType?.MediaType != "text/event-stream") return;
        await context.HttpContext.Response.Body.FlushAsync(context.CancellationToken);
    }
}
