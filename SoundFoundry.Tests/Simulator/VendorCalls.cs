using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SoundFoundry.Tests.Simulator;

/// <summary>The vendors' protocols, bare: what is sent and what comes back.</summary>
internal static class VendorCalls
{
    public const string FalModel = "fal-ai/stable-audio-25/text-to-audio";
    public const string ReplicateModel = "stability-ai/stable-audio-2.5";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> FalAsync(
        this RunningSimulator simulator, HttpMethod method, string address, object? body = null, params (string, string)[] headers) =>
        SendAsync(simulator, method, address, body, new AuthenticationHeaderValue("Key", RunningSimulator.FalKey), headers);

    public static Task<HttpResponseMessage> ReplicateAsync(
        this RunningSimulator simulator, HttpMethod method, string address, object? body = null, params (string, string)[] headers) =>
        SendAsync(simulator, method, address, body, new AuthenticationHeaderValue("Bearer", RunningSimulator.ReplicateToken), headers);

    public static async Task<JsonElement> FalSubmitAsync(this RunningSimulator simulator, object? input = null, string query = "")
    {
        input ??= new { prompt = "soft rain", seconds_total = 2 };
        using var response = await simulator.FalAsync(HttpMethod.Post, $"/{FalModel}{query}", input);
        return await ReadAsync(response.EnsureSuccessStatusCode());
    }

    public static Task<JsonElement> FalUntilAsync(this RunningSimulator simulator, JsonElement submitted, string status) =>
        UntilAsync(() => simulator.FalAsync(HttpMethod.Get, submitted.Text("status_url")), status);

    /// <summary>Creates a prediction of the official model, and tells how that was answered.</summary>
    public static Task<HttpResponseMessage> CreateAsync(this RunningSimulator simulator, object input, params (string, string)[] headers) =>
        simulator.ReplicateAsync(HttpMethod.Post, $"/v1/models/{ReplicateModel}/predictions", new { input }, headers);

    public static async Task<JsonElement> PredictAsync(
        this RunningSimulator simulator, object? input = null, string? webhook = null, params string[] events)
    {
        using var response = await simulator.ReplicateAsync(HttpMethod.Post, $"/v1/models/{ReplicateModel}/predictions", new
        {
            input = input ?? new { prompt = "soft rain", duration = 2 },
            webhook,
            webhook_events_filter = events,
        });
        return await ReadAsync(response.EnsureSuccessStatusCode());
    }

    public static Task<JsonElement> PredictionUntilAsync(this RunningSimulator simulator, JsonElement prediction, string status) =>
        UntilAsync(() => simulator.ReplicateAsync(HttpMethod.Get, prediction.GetProperty("urls").Text("get")), status);

    public static string Text(this JsonElement json, string member) => json.GetProperty(member).GetString()!;

    public static Task<JsonElement> ReadAsync(this HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>(Token);

    private static async Task<JsonElement> UntilAsync(Func<Task<HttpResponseMessage>> ask, string status)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (true)
        {
            using var response = await ask();
            if (response.IsSuccessStatusCode && await ReadAsync(response) is var answer && answer.Text("status") == status) return answer;
            await Task.Delay(Glance, TimeProvider.System, patience.Token);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(
        RunningSimulator simulator, HttpMethod method, string address, object? body,
        AuthenticationHeaderValue key, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = key;
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return simulator.Client.SendAsync(request, Token);
    }
}
