using System.Diagnostics;
using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Webhooks;

/// <summary>Brings a letter to its receiver in a few quick tries; redirects are not followed.</summary>
internal sealed partial class WebhookCourier(PaceSetting pace, TimeProvider time, ILogger<WebhookCourier> logger) : IDisposable
{
    private const int Tries = 4;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(), // a vendor carries no trace of its customer
    })
    { Timeout = TimeSpan.FromSeconds(15) };

    public async Task DeliverAsync(Render render, IWebhookAuthor author, WebhookLetter letter, CancellationToken cancellationToken)
    {
        var signed = render.WebhookFault == FaultKind.WebhookBadSignature ? letter with { Body = [.. letter.Body, 0] } : letter;
        var headers = author.Sign(signed, time.GetUtcNow()).ToList();
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (await SendAsync(render.Webhook!, letter, headers, cancellationToken))
            {
                if (render.WebhookFault == FaultKind.WebhookReplay) await SendAsync(render.Webhook!, letter, headers, cancellationToken);
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(pace.Current.WebhookRetryS) * attempt, time, cancellationToken);
        }

        Log.GivenUp(logger, render.Id, Tries);
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> SendAsync(
        Uri receiver, WebhookLetter letter, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver) { Content = new ByteArrayContent(letter.Body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 7001, Level = LogLevel.Warning, Message = "A webhook of {RequestId} was not taken in {Tries} tries.")]
        public static partial void GivenUp(ILogger logger, string requestId, int tries);
    }
}
