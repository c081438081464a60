using System.Diagnostics;
using System.Threading.Channels;
using SoundFoundry.Simulator.Clock;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Webhooks;

/// <summary>Watches the renders that want webhooks, and delivers: a few quick tries for each letter, redirects not followed.</summary>
internal sealed partial class WebhookPost(
    IEnumerable<IWebhookAuthor> authors, PaceSetting pace, SimulatedClock clock, TimeProvider time, ILogger<WebhookPost> logger) : BackgroundService
{
    private const int Tries = 4;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly Channel<Render> _renders = Channel.CreateUnbounded<Render>();
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(), // a vendor carries no trace of its customer
    })
    { Timeout = TimeSpan.FromSeconds(15) };

    public void Follow(Render render)
    {
        if (render.Webhook is not null && render.WebhookFault != FaultKind.NoWebhook) _renders.Writer.TryWrite(render);
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
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
        finally
        {
            await Task.WhenAll(following).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
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
        while (before is not { HasEnded: true })
        {
            var now = render.At(before is null ? render.CreatedAt : clock.Now);
            foreach (var letter in author.Due(render, before, now)) await DeliverAsync(render, author, letter, stoppingToken);
            before = now;
            if (!now.HasEnded) await Task.Delay(Glance, time, stoppingToken);
        }
    }

    private async Task DeliverAsync(Render render, IWebhookAuthor author, WebhookLetter letter, CancellationToken stoppingToken)
    {
        var headers = author.Sign(letter, time.GetUtcNow()).ToList();
        if (render.WebhookFault == FaultKind.WebhookBadSignature) headers = [.. author.Sign(letter with { Body = [.. letter.Body, 0] }, time.GetUtcNow())];
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await SendAsync(render.Webhook!, letter, headers, stoppingToken))
            {
                if (render.WebhookFault == FaultKind.WebhookReplay) await SendAsync(render.Webhook!, letter, headers, stoppingToken);
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(pace.Current.WebhookRetryS) * attempt, time, stoppingToken);
        }

        Log.GivenUp(logger, render.Id, Tries);
    }

    private async Task<bool> SendAsync(
        Uri receiver, WebhookLetter letter, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken stoppingToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver) { Content = new ByteArrayContent(letter.Body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await _http.SendAsync(request, stoppingToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException || (away is TaskCanceledException && !stoppingToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7001, Level = LogLevel.Warning, Message = "A webhook of {RequestId} was not taken in {Tries} tries.")]
        public static partial void GivenUp(ILogger logger, string requestId, int tries);

        [LoggerMessage(EventId = 7002, Level = LogLevel.Error, Message = "The webhooks of {RequestId} can't be written.")]
        public static partial void Broken(ILogger logger, Exception exception, string requestId);
    }
}
