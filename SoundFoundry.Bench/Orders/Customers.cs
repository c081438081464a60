using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SoundFoundry.Bench.Systems;

namespace SoundFoundry.Bench.Orders;

/// <summary>Places orders as a good client does: whatever gets no answer is asked again, elsewhere and under the same key.</summary>
internal sealed class Customers(IReadOnlyList<Service> apis) : IDisposable
{
    private static readonly TimeSpan BetweenAsks = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly ConcurrentDictionary<Service, int> _inFlight = new(apis.Select(api => KeyValuePair.Create(api, 0)));

    public ConcurrentDictionary<int, Acceptance> Accepted { get; } = new();

    /// <summary>What no client should be told.</summary>
    public ConcurrentBag<string> Refusals { get; } = [];

    public int InFlightAt(Service api) => _inFlight[api];

    public async Task OrderAsync(Order order, CancellationToken cancellationToken)
    {
        for (var asks = 1; ; asks++)
        {
            using var answer = await PostAsync(apis[(order.Number + asks) % apis.Count], "/api/tracks", order.Body, order.Key, cancellationToken);
            if (answer is { StatusCode: HttpStatusCode.Accepted })
            {
                var created = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
                Accepted[order.Number] = new Acceptance(order, created.GetProperty("job_id").GetInt64(), asks);
                break;
            }

            if (answer is { StatusCode: < HttpStatusCode.InternalServerError })
            {
                Refusals.Add($"order {order.Number}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
                return;
            }

            await Task.Delay(BetweenAsks, TimeProvider.System, cancellationToken);
        }

        if (order.CancelAfter is { } thought) await CancelAsync(Accepted[order.Number], thought, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private async Task CancelAsync(Acceptance accepted, TimeSpan thought, CancellationToken cancellationToken)
    {
        await Task.Delay(thought, TimeProvider.System, cancellationToken);
        for (var asks = 0; ; asks++)
        {
            using var answer = await PostAsync(apis[asks % apis.Count], $"/api/jobs/{accepted.JobId}/cancel", null, null, cancellationToken);
            if (answer is { IsSuccessStatusCode: true } or { StatusCode: HttpStatusCode.Conflict }) return;
            if (answer is { StatusCode: < HttpStatusCode.InternalServerError })
            {
                Refusals.Add($"cancel of job {accepted.JobId}: {(int)answer.StatusCode}");
                return;
            }

            await Task.Delay(BetweenAsks, TimeProvider.System, cancellationToken);
        }
    }

    /// <returns>Null if no answer arrived.</returns>
    private async Task<HttpResponseMessage?> PostAsync(
        Service api, string path, object? body, string? key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api.Address, path));
        if (body is not null) request.Content = JsonContent.Create(body);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        _inFlight.AddOrUpdate(api, 0, (_, count) => count + 1);
        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (Exception lost) when (lost is HttpRequestException || (lost is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
        finally
        {
            _inFlight.AddOrUpdate(api, 0, (_, count) => count - 1);
        }
    }
}
