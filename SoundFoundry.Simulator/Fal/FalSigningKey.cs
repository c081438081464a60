using System.Buffers.Text;
using System.Text.Json.Nodes;
using NSec.Cryptography;

namespace SoundFoundry.Simulator.Fal;

/// <summary>The key fal signs its webhooks with: made at start, published as JWKS.</summary>
internal sealed class FalSigningKey : IDisposable
{
    public const string UserId = "simulated-user";

    private readonly Key _key = new(SignatureAlgorithm.Ed25519);

    public JsonObject Jwks() => new()
    {
        ["keys"] = new JsonArray(new JsonObject
        {
            ["kty"] = "OKP", ["crv"] = "Ed25519", ["x"] = Base64Url.EncodeToString(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)),
        }),
    };

    public string Sign(byte[] message) => Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, message));

    public void Dispose() => _key.Dispose();
}
