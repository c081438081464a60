using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SoundFoundry.Web.Account;
using SoundFoundry.Web.SignIn;
using SoundFoundry.Web.Visitors;

namespace SoundFoundry.Web.Api;

/// <summary>Api, as a page's server side calls it. A refusal is an answer; so is an Api that can't be reached.</summary>
internal sealed partial class ApiClient(HttpClient http, Visitor visitor, ILogger<ApiClient> logger)
{
    public const int PageSize = 20;

    /// <param name="idempotencyKey">The same key with the same request never makes the tracks twice.</param>
    public Task<Answer<Accepted>> CreateAsync(CreateTrack request, string idempotencyKey, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/tracks") { Content = Json(request) };
        message.Headers.Add("Idempotency-Key", idempotencyKey);
        return SendAsync<Accepted>("create track", message, cancellationToken);
    }

    public Task<Answer<TrackPage>> ListAsync(string? search, string? cursor, CancellationToken cancellationToken)
    {
        var query = QueryString.Create("limit", $"{PageSize}");
        if (!string.IsNullOrWhiteSpace(search)) query = query.Add("q", search);
        if (cursor is not null) query = query.Add("cursor", cursor);
        return SendAsync<TrackPage>("list tracks", new HttpRequestMessage(HttpMethod.Get, $"/api/tracks{query}"), cancellationToken);
    }

    public Task<Answer<Track>> TrackAsync(long trackId, CancellationToken cancellationToken) =>
        SendAsync<Track>("read track", new HttpRequestMessage(HttpMethod.Get, $"/api/tracks/{trackId}"), cancellationToken);

    public Task<Answer<Job>> JobAsync(long jobId, CancellationToken cancellationToken) =>
        SendAsync<Job>("read job", new HttpRequestMessage(HttpMethod.Get, $"/api/jobs/{jobId}"), cancellationToken);

    public Task<Answer<Job>> CancelAsync(long jobId, CancellationToken cancellationToken) =>
        SendAsync<Job>("cancel job", new HttpRequestMessage(HttpMethod.Post, $"/api/jobs/{jobId}/cancel"), cancellationToken);

    public Task<Answer<Job>> PutFirstAsync(long jobId, CancellationToken cancellationToken) =>
        SendAsync<Job>("put job first", new HttpRequestMessage(HttpMethod.Post, $"/api/jobs/{jobId}/first"), cancellationToken);

    public Task<Answer<Accepted>> RetryAsync(long jobId, CancellationToken cancellationToken) =>
        SendAsync<Accepted>("retry job", new HttpRequestMessage(HttpMethod.Post, $"/api/jobs/{jobId}/retry"), cancellationToken);

    public Task<Answer<Track>> TakeLateAsync(long trackId, long lateId, CancellationToken cancellationToken) =>
        SendAsync<Track>("take late result", new HttpRequestMessage(HttpMethod.Post, $"/api/tracks/{trackId}/late/{lateId}/take"), cancellationToken);

    public Task<Answer<Track>> DeclineLateAsync(long trackId, long lateId, CancellationToken cancellationToken) =>
        SendAsync<Track>("decline late result", new HttpRequestMessage(HttpMethod.Post, $"/api/tracks/{trackId}/late/{lateId}/decline"), cancellationToken);

    public Task<Answer<Track>> ChangeAsync(long trackId, TrackChange change, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(HttpMethod.Patch, $"/api/tracks/{trackId}") { Content = Json(change) };
        return SendAsync<Track>("change track", message, cancellationToken);
    }

    public Task<Answer<Nothing>> DeleteAsync(long trackId, CancellationToken cancellationToken) =>
        SendAsync<Nothing>("delete track", new HttpRequestMessage(HttpMethod.Delete, $"/api/tracks/{trackId}"), cancellationToken);

    public Task<Answer<Track>> RestoreAsync(long trackId, CancellationToken cancellationToken) =>
        SendAsync<Track>("restore track", new HttpRequestMessage(HttpMethod.Post, $"/api/tracks/{trackId}/restore"), cancellationToken);

    public Task<Answer<ProviderList>> ProvidersAsync(CancellationToken cancellationToken) =>
        SendAsync<ProviderList>("list providers", new HttpRequestMessage(HttpMethod.Get, "/api/providers"), cancellationToken);

    public Task<Answer<QueueReport>> QueueAsync(CancellationToken cancellationToken) =>
        SendAsync<QueueReport>("read queue", new HttpRequestMessage(HttpMethod.Get, "/api/admin/queue"), cancellationToken);

    public Task<Answer<AuthReport>> AuthAsync(CancellationToken cancellationToken) =>
        SendAsync<AuthReport>("read ways in", new HttpRequestMessage(HttpMethod.Get, "/api/auth"), cancellationToken);

    public Task<Answer<Me>> MeAsync(CancellationToken cancellationToken) =>
        SendAsync<Me>("read account", new HttpRequestMessage(HttpMethod.Get, "/api/me"), cancellationToken);

    public Task<Answer<IReadOnlyList<Session>>> SessionsAsync(CancellationToken cancellationToken) =>
        SendAsync<IReadOnlyList<Session>>("list sessions", new HttpRequestMessage(HttpMethod.Get, "/api/sessions"), cancellationToken);

    public Task<Answer<IReadOnlyList<Key>>> KeysAsync(CancellationToken cancellationToken) =>
        SendAsync<IReadOnlyList<Key>>("list keys", new HttpRequestMessage(HttpMethod.Get, "/api/keys"), cancellationToken);

    public Task<Answer<IReadOnlyList<Passkey>>> PasskeysAsync(CancellationToken cancellationToken) =>
        SendAsync<IReadOnlyList<Passkey>>("list passkeys", new HttpRequestMessage(HttpMethod.Get, "/api/passkeys"), cancellationToken);

    /// <param name="order"><c>pause</c>, <c>resume</c> or <c>drain</c>.</param>
    public Task<Answer<QueueReport>> OrderQueueAsync(string order, CancellationToken cancellationToken) =>
        SendAsync<QueueReport>($"{order} queue", new HttpRequestMessage(HttpMethod.Post, $"/api/admin/queue/{order}"), cancellationToken);

    public Task<Answer<Accepted>> RequeueAsync(long jobId, CancellationToken cancellationToken) =>
        SendAsync<Accepted>("requeue job", new HttpRequestMessage(HttpMethod.Post, $"/api/admin/jobs/{jobId}/requeue"), cancellationToken);

    public Task<Answer<Requeued>> RequeueAllAsync(CancellationToken cancellationToken) =>
        SendAsync<Requeued>("requeue jobs", new HttpRequestMessage(HttpMethod.Post, "/api/admin/queue/requeue"), cancellationToken);

    private static JsonContent Json<T>(T value) => JsonContent.Create(value, options: ApiJson.Options);

    private async Task<Answer<T>> SendAsync<T>(string action, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var activity = WebTelemetry.StartClick(action);
        try
        {
            await visitor.AddCredentialsAsync(request);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode) return new Answer<T>.Refused(await ReadProblemAsync(response, cancellationToken));
            if (typeof(T) == typeof(Nothing)) return new Answer<T>.Ok((T)(object)Nothing.Instance);
            return new Answer<T>.Ok((await response.Content.ReadFromJsonAsync<T>(ApiJson.Options, cancellationToken))!);
        }
        catch (Exception exception) when (
            exception is HttpRequestException or IOException or JsonException or TimeoutRejectedException or BrokenCircuitException)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            Log.Unreachable(logger, action, exception.Message);
            return new Answer<T>.Refused(Problem.Unreachable);
        }
        finally
        {
            request.Dispose();
        }
    }

    private static async Task<Problem> ReadProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? (await response.Content.ReadFromJsonAsync<Problem>(ApiJson.Options, cancellationToken))!
            : new Problem(null, $"The service answered {(int)response.StatusCode}.", null);

    private static partial class Log
    {
        [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "Api could not be reached to {Action}: {Reason}")]
        public static partial void Unreachable(ILogger logger, string action, string reason);
    }
}
