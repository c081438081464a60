using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using SoundFoundry.Simulator;
using SoundFoundry.Simulator.Submits;

namespace SoundFoundry.Tests.Simulator;

/// <summary>The simulator's control API, as a test speaks to it.</summary>
public sealed class SimulatorControl(HttpClient client)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>From now on this goes wrong, and nothing that was set before.</summary>
    /// <param name="provider"><c>fal</c> or <c>replicate</c>.</param>
    /// <param name="times">How often; null: for ever.</param>
    public Task SetFaultAsync(
        string provider, string kind, int? times = null, string? model = null,
        double? delayS = null, double? retryAfterS = null, int? status = null) =>
        SendAsync(HttpMethod.Put, $"faults/{provider}", new { kind, times, model, delayS, retryAfterS, status });

    /// <summary>This too goes wrong, after what was set before.</summary>
    public Task AddFaultAsync(
        string provider, string kind, int? times = null, string? model = null,
        double? delayS = null, double? retryAfterS = null, int? status = null) =>
        SendAsync(HttpMethod.Post, $"faults/{provider}", new { kind, times, model, delayS, retryAfterS, status });

    public Task ClearFaultsAsync(string? provider = null) =>
        SendAsync(HttpMethod.Delete, provider is null ? "faults" : $"faults/{provider}", body: null);

    public Task AdvanceClockAsync(TimeSpan by) => SendAsync(HttpMethod.Post, "clock", new { advanceS = by.TotalSeconds });

    /// <summary>The pace of what is submitted from now on; what is null stays.</summary>
    public Task SetPaceAsync(double? queueS = null, double? renderS = null, double? webhookRetryS = null, bool? mono = null) =>
        SendAsync(HttpMethod.Put, "pace", new { queueS, renderS, webhookRetryS, mono });

    public Task SetLowCreditAsync(bool lowCredit) => SendAsync(HttpMethod.Put, "replicate", new { lowCredit });

    /// <summary>As after the start: no jobs, no faults but those of the settings.</summary>
    public Task ResetAsync() => SendAsync(HttpMethod.Post, "reset", body: null);

    /// <summary>Every POST that could have started work, oldest first.</summary>
    internal async Task<IReadOnlyList<Submit>> SubmitsAsync() =>
        (await client.GetFromJsonAsync<List<Submit>>("/_control/submits", Json, Token))!;

    /// <summary>Asks until the list is as it should be.</summary>
    internal async Task<IReadOnlyList<Submit>> SubmitsUntilAsync(Func<IReadOnlyList<Submit>, bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (true)
        {
            var submits = await SubmitsAsync();
            if (isSo(submits)) return submits;
            await Task.Delay(Glance, TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Counts by provider, then by model.</summary>
    internal async Task<IReadOnlyDictionary<Provider, Dictionary<string, ModelCounts>>> CountsAsync() =>
        (await client.GetFromJsonAsync<Dictionary<Provider, Dictionary<string, ModelCounts>>>("/_control/counts", Json, Token))!;

    private async Task SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/_control/{path}");
        if (body is not null) request.Content = JsonContent.Create(body, options: Json);
        using var response = await client.SendAsync(request, Token);
        if (response.IsSuccessStatusCode) return;
        var refusal = await response.Content.ReadAsStringAsync(Token);
        throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {refusal}");
    }
}
