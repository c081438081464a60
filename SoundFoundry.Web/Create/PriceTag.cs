using System.Text.Json;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

/// <summary>What the request as it stands would cost. Asked for when typing pauses; an answer to what no longer stands is not shown.</summary>
public sealed class PriceTag : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly ApiClient _api;
    private readonly TimeProvider _clock;
    private readonly Action _changed;
    private CancellationTokenSource? _running;
    private string? _asked;

    internal PriceTag(ApiClient api, TimeProvider clock, Action changed) => (_api, _clock, _changed) = (api, clock, changed);

    /// <summary>Null while it is not known.</summary>
    public Quote? Quote { get; private set; }

    /// <summary>Why it could not be made like this.</summary>
    public string? Objection { get; private set; }

    public long Missing => Quote is { } quote ? Math.Max(0, quote.Credits - quote.Balance) : 0;

    /// <summary>Makes the next <see cref="AskAsync"/> ask although the request is the same.</summary>
    public void Forget() => _asked = null;

    internal void Restore(Quote quote, CreateTrack request) => (Quote, _asked) = (quote, Text(request));

    /// <param name="request">Null while it cannot be one.</param>
    internal async Task AskAsync(CreateTrack? request)
    {
        var text = request is null ? null : Text(request);
        if (text == _asked) return;
        _asked = text;
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
        if (request is null) return;

        var running = _running = new CancellationTokenSource();
        var cancellationToken = running.Token; // asked for later, it may belong to a source that is disposed
        try
        {
            await Task.Delay(Pause, _clock, cancellationToken);
            Take(await _api.QuoteAsync(Worded(request), cancellationToken));
            _changed();
        }
        catch (OperationCanceledException) when (_running != running)
        {
            // Something else is asked for by now.
        }
    }

    /// <summary>At once, for the first rendering.</summary>
    internal async Task AskAtOnceAsync(CreateTrack request, CancellationToken cancellationToken)
    {
        _asked = Text(request);
        Take(await _api.QuoteAsync(Worded(request), cancellationToken));
    }

    public void Dispose()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
    }

    /// <summary>The price does not hang on the words; it is told before any are typed.</summary>
    private static CreateTrack Worded(CreateTrack request) =>
        string.IsNullOrWhiteSpace(request.Prompt) ? request with { Prompt = "Some music, please" } : request;

    private static string Text(CreateTrack request) => JsonSerializer.Serialize(request, ApiJson.Options);

    private void Take(Answer<Quote> answer)
    {
        Quote = (answer as Answer<Quote>.Ok)?.Value;
        Objection = answer is Answer<Quote>.Refused { Problem: { Code: "validation_failed" } problem } ? problem.InWords : null;
    }
}
