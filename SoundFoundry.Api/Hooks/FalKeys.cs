using System.Buffers.Text;
using System.Net.Http.Json;
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
            return [.. set!.Keys.Where(key => key is { Kty: "OKP", Crv: "Ed25519" }).Select(key => PublicKey.Import(
                SignatureAlgorithm.Ed25519, Base64Url.DecodeFromChars(key.X), KeyBlobFormat.RawPublicKey))];
        }, clock, logger);
    }

    /// <param name="refresh">Whether those we have did not do: fal may have changed them.</param>
    public async Task<IReadOnlyList<PublicKey>> GetAsync(bool refresh, CancellationToken cancellationToken) =>
        await _keys.GetAsync(refresh, cancellationToken) ?? [];

    public void Dispose() => _keys.Dispose();

    private sealed record KeySet(IReadOnlyList<JsonWebKey> Keys);

    private sealed record JsonWebKey(string Kty, string Crv, string X);
}
