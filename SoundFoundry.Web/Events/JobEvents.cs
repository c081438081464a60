using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using SoundFoundry.Web.Api;
using SoundFoundry.Web.Visitors;

namespace SoundFoundry.Web.Events;

/// <summary>Follows all jobs of the user over one stream, for as long as a circuit lives.</summary>
internal sealed partial class JobEvents(HttpClient http, Visitor visitor, TimeProvider clock, ILogger<JobEvents> logger)
{
    /// <summary>Three pings missed: the connection is dead, whatever TCP believes.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private string? _lastEventId;

    /// <summary>Tells the listener until it is canceled, opening the stream again whenever it is lost.</summary>
    public async Task FollowAsync(IJobListener listener, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await FollowOnceAsync(listener, () => pause = FirstPause, cancellationToken);
            }
            catch (Exception exception) when (
                exception is HttpRequestException or IOException or JsonException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested)
            {
                Log.StreamLost(logger, exception.Message);
            }

            await listener.DisconnectedAsync(cancellationToken);
            await Task.Delay(pause, clock, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task FollowOnceAsync(IJobListener listener, Action opened, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (_lastEventId is not null) request.Headers.Add("Last-Event-ID", _lastEventId);

        await visitor.AddCredentialsAsync(request);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        response.EnsureSuccessStatusCode();
        opened();
        await listener.ConnectedAsync(cancellationToken);

        await using var body = await response.Content.ReadAsStreamAsync(either.Token);
        var events = SseParser.Create(body, Read);
        await foreach (var item in events.EnumerateAsync(either.Token))
        {
            silence.CancelAfter(Silence);
            if (events.LastEventId.Length > 0) _lastEventId = events.LastEventId;
            if (item.Data is not null) await listener.ChangedAsync(item.Data, cancellationToken);
        }
    }

    private static Job? Read(string eventType, ReadOnlySpan<byte> data) =>
        eventType == "job" ? JsonSerializer.Deserialize<Job>(Encoding.UTF8.GetString(data), ApiJson.Options) : null;

    private static partial class Log
    {
        [LoggerMessage(EventId = 4101, Level = LogLevel.Information,
            Message = "The event stream was lost and will be opened again: {Reason}")]
        public static partial void StreamLost(ILogger logger, string reason);
    }
}
