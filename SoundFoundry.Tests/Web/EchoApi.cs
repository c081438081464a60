using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SoundFoundry.Tests.Web;

/// <summary>Stands where Api stands and tells how a request arrived; the proxy is what is tested, not Api.</summary>
internal sealed class EchoApi : IAsyncDisposable
{
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private readonly WebApplication _app;
    private volatile bool _ready = true;
    private int _requests;
    private int _turnedAway;

    private EchoApi()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>What <c>/api/events</c> sends, as it is written here.</summary>
    public ChannelWriter<string> Events => _events.Writer;

    /// <summary>How many requests came under <c>/api</c>.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How often it said that it should get no more.</summary>
    public int TurnedAway => Volatile.Read(ref _turnedAway);

    public static async Task<EchoApi> StartAsync(CancellationToken cancellationToken)
    {
        var api = new EchoApi();
        await api._app.StartAsync(cancellationToken);
        return api;
    }

    /// <summary>For whom each request under <c>/api</c> was made, as it says.</summary>
    public ConcurrentQueue<(string Path, string Address)> Askers { get; } = [];

    /// <summary>From now on it says that it should get no more requests.</summary>
    public void TurnAway() => _ready = false;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            Interlocked.Increment(ref _requests);
            Askers.Enqueue((context.Request.Path, context.Request.Headers["X-Forwarded-For"].ToString()));
        }

        switch (context.Request.Path.Value)
        {
            case "/api/echo":
                return EchoAsync(context);
            case "/api/events":
                return StreamAsync(context, _events.Reader);
            case "/ready":
                if (!_ready) Interlocked.Increment(ref _turnedAway);
                context.Response.StatusCode = _ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

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
}
