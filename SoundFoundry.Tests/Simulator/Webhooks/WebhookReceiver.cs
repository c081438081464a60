using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SoundFoundry.Tests.Simulator.Webhooks;

/// <summary>Takes what is sent to it, after refusing it a number of times.</summary>
internal sealed class WebhookReceiver(WebApplication app, ConcurrentQueue<ReceivedWebhook> received) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public string Address { get; } = $"{app.Urls.First()}/hook?token=1";

    public IReadOnlyList<ReceivedWebhook> Received => [.. received];

    public static async Task<WebhookReceiver> StartAsync(CancellationToken cancellationToken, int refusals = 0)
    {
        var received = new ConcurrentQueue<ReceivedWebhook>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            received.Enqueue(new ReceivedWebhook(headers, body.ToArray()));
            context.Response.StatusCode = received.Count > refusals ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        });
        await app.StartAsync(cancellationToken);
        return new WebhookReceiver(app, received);
    }

    public async Task<IReadOnlyList<ReceivedWebhook>> UntilAsync(int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (received.Count < count) await Task.Delay(Glance, TimeProvider.System, patience.Token);
        return Received;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
