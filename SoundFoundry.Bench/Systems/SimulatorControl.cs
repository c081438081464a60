using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoundFoundry.Bench.Systems;

/// <summary>The simulator's control API.</summary>
internal sealed class SimulatorControl(Uri address) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpClient _http = new() { BaseAddress = address };

    /// <summary>How long renders take that are ordered from now on.</summary>
    public Task SetPaceAsync(double queueS, double renderS, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, "pace", new { queueS, renderS, mono = true }, cancellationToken);

    /// <summary>Adds a fault; null <paramref name="times"/>: for ever.</summary>
    public Task AddFaultAsync(string provider, string kind, int? times, double? delayS, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"faults/{provider}", new { kind, times, delayS }, cancellationToken);

    public Task ClearFaultsAsync(CancellationToken cancellationToken) => SendAsync(HttpMethod.Delete, "faults", null, cancellationToken);

    /// <summary>How often the faults that are set were taken.</summary>
    public async Task<int> TakenAsync(string provider, CancellationToken cancellationToken)
    {
        var faults = await _http.GetFromJsonAsync<JsonElement>("/_control/faults", cancellationToken);
        return faults.GetProperty(provider).EnumerateArray().Sum(fault => fault.GetProperty("taken").GetInt32());
    }

    /// <summary>Every POST that could have started work, oldest first.</summary>
    public async Task<List<SeenSubmit>> SubmitsAsync(CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<List<SeenSubmit>>("/_control/submits", Json, cancellationToken))!;

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"/_control/{path}");
        if (body is not null) request.Content = JsonContent.Create(body, options: Json);
        using var answer = await _http.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
