using System.Threading.Channels;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Webhooks;

/// <summary>Watches the renders that want webhooks, and hands over what is to be said.</summary>
internal sealed partial class WebhookPost(
    IEnumerable<IWebhookAuthor> authors, WebhookCourier courier, RenderBook book, SimulatedClock clock, TimeProvider time,
    ILogger<WebhookPost> logger) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly Channel<Render> _renders = Channel.CreateUnbounded<Render>();

    public void Follow(Render render)
    {
        if (render.Webhook is not null && render.WebhookFault != FaultKind.NoWebhook) _renders.Writer.TryWrite(render);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var following = new List<Task>();
        try
        {
            await foreach (var render in _renders.Reader.ReadAllAsync(stoppingToken))
            {
                following.RemoveAll(task => task.IsCompleted);
                following.Add(FollowAsync(render, stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop: what is not delivered by now stays so, as when a vendor goes down.
        }

        await Task.WhenAll(following).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task FollowAsync(Render render, CancellationToken stoppingToken)
    {
        try
        {
            await AnnounceAsync(render, stoppingToken);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            Log.Broken(logger, broken, render.Id); // one render's webhooks may not end those of the others
        }
    }

    private async Task AnnounceAsync(Render render, CancellationToken stoppingToken)
    {
        var author = authors.Single(author => author.Provider == render.Provider);
        RenderMoment? before = null;
        while (before is not { HasEnded: true } && book.Find(render.Id) is not null)
        {
            var now = render.At(before is null ? render.CreatedAt : clock.Now);
            foreach (var letter in author.Due(render, before, now)) await courier.DeliverAsync(render, author, letter, stoppingToken);
            before = now;
            if (!now.HasEnded) await Task.Delay(Glance, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7002, Level = LogLevel.Error, Message = "The webhooks of {RequestId} can't be written.")]
        public static partial void Broken(ILogger logger, Exception exception, string requestId);
    }
}
