using SoundFoundry.Web.Api;
using SoundFoundry.Web.Language;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms;

namespace SoundFoundry.Web.Proxy;

/// <summary>Hands <c>/api/**</c> on to Api, so that the browser knows one origin only.</summary>
internal static class ApiProxy
{
    public const string ClusterId = "api";

    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(1);

    private static readonly RouteConfig Route = new()
    {
        RouteId = "api",
        ClusterId = ClusterId,
        Match = new RouteMatch { Path = "/api/{**rest}" },
    };

    private static readonly ClusterConfig Cluster = new()
    {
        ClusterId = ClusterId,
        Destinations = new Dictionary<string, DestinationConfig> { ["api"] = new() { Address = ApiClientSetup.Address.OriginalString } },

        // Forty times the pause between two pings of an event stream: silence that long means a dead connection.
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromMinutes(10) },

        // A replica that stops says so here first, and gets no more requests. If none is ready, all are tried: their answers say more.
        HealthCheck = new HealthCheckConfig
        {
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Active = new ActiveHealthCheckConfig { Enabled = true, Path = "/ready", Interval = ProbeInterval, Timeout = ProbeInterval },
        },
        Metadata = new Dictionary<string, string> { [ConsecutiveFailuresHealthPolicyOptions.ThresholdMetadataName] = "1" },
    };

    public static void AddApiProxy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
        builder.Services.AddReverseProxy().LoadFromMemory([Route], [Cluster])
            .AddTransforms(transforms => transforms.AddRequestTransform(AskInTheirLanguage).AddResponseTransform(OpenEventStreamAsync));
    }

    public static void MapApiProxy(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapReverseProxy(pipeline =>
        {
            pipeline.UseMiddleware<ApiAnswers>();
            pipeline.UseMiddleware<AnotherReplica>();
            pipeline.UseSessionAffinity();
            pipeline.UseLoadBalancing();
            pipeline.UsePassiveHealthChecks();
        });

    // The page may speak another language than the browser, and what is refused is told on the page.
    private static ValueTask AskInTheirLanguage(RequestTransformContext context)
    {
        context.ProxyRequest.Headers.AcceptLanguage.Clear();
        context.ProxyRequest.Headers.AcceptLanguage.ParseAdd(LanguageSetup.Spoken);
        return ValueTask.CompletedTask;
    }

    // YARP holds the head back until the first byte of the body; a quiet stream would not seem open until its first event.
    private static async ValueTask OpenEventStreamAsync(ResponseTransformContext context)
    {
        if (context.ProxyResponse?.Content.Headers.ContentType?.MediaType != "text/event-stream") return;
        await context.HttpContext.Response.Body.FlushAsync(context.CancellationToken);
    }
}
