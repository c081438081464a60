using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SoundFoundry.Tests.Simulator.Webhooks;

namespace SoundFoundry.Tests.Worker.Webhooks;

/// <summary>A receiver on a real port, that answers as it is told to.</summary>
internal sealed class Receiver(WebApplication app, ConcurrentQueue<ReceivedWebhook> received) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public string Url { get; } = $"{app.Urls.First()}/hook";

    public IReadOnlyList<ReceivedWebhook> Received => [.. received];

    /// <param name="answer">Gets how many have come, this one included; 204 if there is none.</param>
    public static async Task<Receiver> StartAsync(Func<HttpContext, int, Task>? answer = null)
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
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            if (answer is not null) await answer(context, received.Count);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Receiver(app, received);
    }

    public static Func<HttpContext, int, Task> Answering(params int[] statuses) => (context, count) =>
    {
        context.Response.StatusCode = statuses[Math.Min(count, statuses.Length) - 1];
        return Task.CompletedTask;
    };

    public async Task<IReadOnlyList<ReceivedWebhook>> UntilAsync(int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (received.Count < count) await Task.Delay(Glance, TimeProvider.System, patience.Token);
        return Received;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
