using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Hooks;

/// <summary>The secret Replicate signs its calls with: from the settings, or asked of Replicate.</summary>
internal sealed class ReplicateSecret : IDisposable
{
    private const string Prefix = "whsec_";
    private readonly byte[]? _set;
    private readonly KeptAnswer<byte[]> _asked;

    public ReplicateSecret(IHttpClientFactory clients, IOptions<ProviderOptions> options, TimeProvider clock, ILogger<ReplicateSecret> logger)
    {
        if (options.Value.ReplicateWebhookSecret is { Length: > 0 } set) _set = Read(set);
        var address = new Uri($"{options.Value.ReplicateApi}/webhooks/default/secret");
        _asked = new("Replicate's webhook secret", async cancellationToken =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ReplicateToken);
            using var response = await clients.CreateClient(nameof(ReplicateSecret)).SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<SecretAnswer>(cancellationToken);
            return Read(answer?.Key ?? throw new JsonException("It holds no key."));
        }, clock, logger);
    }

    /// <returns>Null if there is none to be had.</returns>
    public async Task<byte[]?> GetAsync(CancellationToken cancellationToken) => _set ?? await _asked.GetAsync(refresh: false, cancellationToken);

    public void Dispose() => _asked.Dispose();

    internal static bool IsUsable(string? text) =>
        string.IsNullOrEmpty(text) || (text.StartsWith(Prefix, StringComparison.Ordinal) && Base64.IsValid(text.AsSpan(Prefix.Length)));

    private static byte[] Read(string text) =>
        Convert.FromBase64String(text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text);

    private sealed record SecretAnswer(string? Key);
}
