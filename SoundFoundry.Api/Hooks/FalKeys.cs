using System.Buffers.Text;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NSec.Cryptography;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Hooks;

/// <summary>The public keys of those fal signs its calls with.</summary>
internal sealed class FalKeys : IDisposable
{
    private readonly KeptAnswer<IReadOnlyList<PublicKey>> _keys;

    public FalKeys(IHttpClientFactory clients, IOptions<ProviderOptions> options, TimeProvider clock, ILogger<FalKeys> logger)
    {
        var address = new Uri(options.Value.FalRest, "/.well-known/jwks.json");
        _keys = new("fal's webhook keys", async cancellationToken =>
        {
            var set = await clients.CreateClient(nameof(FalKeys)).GetFromJsonAsync<KeySet>(address, cancellationToken);
            return Read(set?.Keys ?? throw new JsonException("It holds no keys."));
        }, clock, logger);
    }

    /// <param name="refresh">Whether those we have did not do: fal may have changed them.</param>
    public async Task<IReadOnlyList<PublicKey>> GetAsync(bool refresh, CancellationToken cancellationToken) =>
        await _keys.GetAsync(refresh, cancellationToken) ?? [];

    public void Dispose() => _keys.Dispose();

    /// <summary>Keys of another kind, or that are none, stand beside those we can use.</summary>
    private static List<PublicKey> Read(IReadOnlyList<JsonWebKey> keys)
    {
        var usable = new List<PublicKey>();
        foreach (var text in keys.Where(key => key is { Kty: "OKP", Crv: "Ed25519" }).Select(key => key.X ?? ""))
        {
            var blob = new byte[SignatureAlgorithm.Ed25519.PublicKeySize];
            if (!Base64Url.TryDecodeFromChars(text, blob, out var length) || length != blob.Length) continue;
            if (PublicKey.TryImport(SignatureAlgorithm.Ed25519, blob, KeyBlobFormat.RawPublicKey, out var key)) usable.Add(key!);
        }

        return usable;
    }

    private sealed record KeySet(IReadOnlyList<JsonWebKey>? Keys);

    private sealed record JsonWebKey(string? Kty, string? Crv, string? X);
}
