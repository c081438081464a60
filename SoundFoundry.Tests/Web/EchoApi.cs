using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SoundFoundry.Tests.Web;

/// <summary>Stands where Api stands and tells how a request arrived; the proxy is what is tested, not Api.</summary>
internal sealed class EchoApi(WebApplication app, Channel<string> events) : IAsyncDisposable
{
    public Uri Address { get; } = new(app.Urls.First());

    /// <summary>What <c>/api/events</c> sends, as it is written here.</summary>
    public ChannelWriter<string> Events => events.Writer;

    public static async Task<EchoApi> StartAsync(CancellationToken cancellationToken)
    {
        var events = Channel.CreateUnbounded<string>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context => context.Request.Path.Value switch
        {
            "/api/echo" => EchoAsync(context),
            "/api/events" => StreamAsync(context, events.Reader),
            _ => RefuseAsync(context),
        });
        await app.StartAsync(cancellationToken);
        return new EchoApi(app, events);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Task EchoAsync(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        return context.Response.WriteAsJsonAsync(headers, context.RequestAborted);
    }

    private static async Task StreamAsync(HttpContext context, ChannelReader<string> events)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await foreach (var line in events.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync($"data: {line}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
