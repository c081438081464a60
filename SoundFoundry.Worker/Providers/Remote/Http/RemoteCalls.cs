using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SoundFoundry.Worker.Providers.Remote.Downloads;

namespace SoundFoundry.Worker.Providers.Remote.Http;

/// <summary>One request, sent once, within a time; its answer read within a size. Only the caller's own cancellation throws.</summary>
internal sealed class RemoteCalls(RemoteClients clients, IOptions<RemoteOptions> options, TimeProvider time)
{
    private const int MaxBody = 2 * 1024 * 1024;
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(15);

    public async Task<CallOutcome> SubmitAsync(
        Uri url, JsonObject body, IEnumerable<KeyValuePair<string, string>> headers, ProviderKey key, CancellationToken cancellationToken)
    {
        using var content = new SentOnceContent(JsonSerializer.SerializeToUtf8Bytes(body));
        using var request = Request(HttpMethod.Post, url, key);
        request.Content = content;
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(clients.Submits, request, () => content.Sent, options.Value.SubmitTimeout, key, cancellationToken);
    }

    public async Task<CallOutcome> AskAsync(HttpMethod method, Uri url, ProviderKey key, CancellationToken cancellationToken)
    {
        using var request = Request(method, url, key);
        return await SendAsync(clients.Questions, request, () => true, AskLimit, key, cancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri url, ProviderKey key)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.Accept.ParseAdd("application/json");
        key.Sign(request);
        return request;
    }

    private async Task<CallOutcome> SendAsync(
        HttpClient client, HttpRequestMessage request, Func<bool> wasSent, TimeSpan limit, ProviderKey key, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
            var body = await BodyAsync(response.Content, key, either.Token);
            cancellationToken.ThrowIfCancellationRequested();
            return new CallOutcome.Answered(new RemoteAnswer((int)response.StatusCode, body, headers));
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reason = failed is OperationCanceledException
                ? $"{request.RequestUri!.Host} did not answer within {limit.TotalSeconds:0} s."
                : key.Redact(failed.InnerException?.Message ?? failed.Message);
            return wasSent() ? new CallOutcome.Broken(reason) : new CallOutcome.NotSent(reason);
        }
    }

    /// <summary>The status alone says much, so a body that can't be read only leaves it without words.</summary>
    private static async Task<JsonElement> BodyAsync(HttpContent content, ProviderKey key, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(MaxBody, cancellationToken);
            var text = Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken));
            return JsonElement.Parse(key.Redact(text));
        }
        catch (Exception unreadable) when (unreadable is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return default;
        }
    }
}
