using System.Net;

namespace SoundFoundry.AppHost.Embedded;

/// <summary>Asks services whether they are ready, and tells the operator when that takes long.</summary>
internal sealed class Health(LogOutput output, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Remark = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Dictionary<string, long> _asked = [];

    public async Task<bool> IsHealthyAsync(string name, string url, CancellationToken cancellationToken)
    {
        string answer;
        try
        {
            using var response = await _http.GetAsync(url, cancellationToken);
            if (response.StatusCode == HttpStatusCode.OK) return true;
            answer = $"answers {(int)response.StatusCode}";
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            answer = "does not answer";
        }

        lock (_asked)
        {
            if (!_asked.TryGetValue(name, out var since)) _asked[name] = clock.GetTimestamp();
            else if (clock.GetElapsedTime(since) > Remark)
            {
                output.Say($"Still waiting for {name}: {url} {answer}.");
                _asked[name] = clock.GetTimestamp();
            }
        }

        return false;
    }

    public void Dispose() => _http.Dispose();
}
