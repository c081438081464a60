using System.Net.ServerSentEvents;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Listening;

/// <summary>Follows all jobs as a browser does: when its stream ends it connects again, and says what it saw last.</summary>
internal sealed class EventListener(IReadOnlyList<Service> apis) : IAsyncDisposable
{
    private static readonly TimeSpan BeforeConnecting = TimeSpan.FromMilliseconds(300);

    /// <summary>A stream says something every 15 seconds, if only that it is there.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(25);

    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _opened = new();
    private Task _listening = Task.CompletedTask;
    private string? _lastId;

    public SeenJobs Seen { get; } = new();

    /// <summary>How often it had to connect again.</summary>
    public int Reconnects { get; private set; }

    /// <summary>Returns when the first stream is open.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listening = ListenAsync(_stop.Token);
        return _opened.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        for (var turn = 0; ; turn++)
        {
            try
            {
                await FollowAsync(apis[turn % apis.Count], cancellationToken);
            }
            catch (Exception broken) when (!cancellationToken.IsCancellationRequested && broken is HttpRequestException or IOException or OperationCanceledException)
            {
                // An Api that stopped or fell silent: the next one goes on.
            }

            Reconnects++;
            await Task.Delay(BeforeConnecting, TimeProvider.System, cancellationToken);
        }
    }

    private async Task FollowAsync(Service api, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(LongestSilence);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(api.Address, "/api/events"));
        if (_lastId is not null) request.Headers.Add("Last-Event-ID", _lastId);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync(silence.Token);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(silence.Token))
        {
            silence.CancelAfter(LongestSilence);
            _opened.TrySetResult();
            _lastId = item.EventId ?? _lastId;
            if (item.EventType == "job") Seen.Note(item.Data);
        }
    }
}
