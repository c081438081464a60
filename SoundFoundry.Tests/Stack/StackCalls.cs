using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SoundFoundry.Tests.Stack;

/// <summary>What a client of the contract does.</summary>
internal static class StackCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    public static Task<HttpResponseMessage> PostTrackAsync(this HttpClient client, object body, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/tracks") { Content = JsonContent.Create(body) };
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Creates a track and returns the ids of track and job.</summary>
    public static async Task<(long TrackId, long JobId)> CreateTrackAsync(this HttpClient client, string prompt = "soft rain", double seconds = 5)
    {
        using var response = await client.PostTrackAsync(new { prompt, duration_s = seconds });
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var created = await response.ReadAsync();
        return (created.GetProperty("track_id").GetInt64(), created.GetProperty("job_id").GetInt64());
    }

    /// <summary>A track whose job has ended: the caller canceled it before anybody took it.</summary>
    public static async Task<long> CanceledTrackAsync(this HttpClient client)
    {
        var (trackId, jobId) = await client.CreateTrackAsync();
        using var canceled = await client.PostAsync($"/api/jobs/{jobId}/cancel", null, TestContext.Current.CancellationToken);
        (await canceled.ReadAsync()).GetProperty("status").GetString().ShouldBe("CANCELED");
        return trackId;
    }

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, object body) =>
        client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    public static async Task<JsonElement> GetAsJsonAsync(this HttpClient client, string path) =>
        await client.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    public static Task<JsonElement> ReadAsync(this HttpResponseMessage response) =>
        response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    /// <summary>Asks until the job has a status, and fails with the last answer if it never gets there.</summary>
    public static Task<JsonElement> JobReachesAsync(this HttpClient client, long jobId, params string[] statuses) =>
        client.UntilAsync($"/api/jobs/{jobId}", job => statuses.Contains(job.GetProperty("status").GetString()));

    public static async Task<JsonElement> UntilAsync(this HttpClient client, string path, Func<JsonElement, bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        JsonElement answer = default;
        try
        {
            while (true)
            {
                answer = await client.GetFromJsonAsync<JsonElement>(path, patience.Token);
                if (isSo(answer)) return answer;
                await Task.Delay(Glance, TimeProvider.System, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{path} never became what was waited for; last: {answer}");
        }
    }
}
