using System.Text.Json;
using Polly;

namespace SoundFoundry.Api.Hooks;

/// <summary>Something a provider tells on request: kept for a day, and asked for again at most once a minute. While it can't be had there is
/// none, which costs hints and nothing else: the provider's work is polled for as always.</summary>
internal sealed partial class KeptAnswer<T>(string what, Func<CancellationToken, Task<T>> ask, TimeProvider clock, ILogger logger) : IDisposable
    where T : class
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private T? _answer;
    private DateTimeOffset? _askedAt;

    /// <param name="refresh">Whether the one we have did not do.</param>
    public async Task<T?> GetAsync(bool refresh, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var age = clock.GetUtcNow() - _askedAt;
            if (age is null || age > GoodFor || (age > BetweenRequests && (refresh || _answer is null))) await AskAsync();
            return _answer;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    // The answer is for all who come after: a caller that hangs up must not cost them a minute. The client's own time limit ends it.
    private async Task AskAsync()
    {
        _askedAt = clock.GetUtcNow();
        try
        {
            _answer = await ask(CancellationToken.None);
        }
        catch (Exception exception) when (exception
            is HttpRequestException or ExecutionRejectedException or OperationCanceledException or JsonException or FormatException)
        {
            NotAnswered(logger, what, exception.Message);
        }
    }

    [LoggerMessage(EventId = 1010, Level = LogLevel.Warning, Message = "{What} could not be read: {Reason}")]
    private static partial void NotAnswered(ILogger logger, string what, string reason);
}
