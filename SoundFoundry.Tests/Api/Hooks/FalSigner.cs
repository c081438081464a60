using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NSec.Cryptography;

namespace SoundFoundry.Tests.Api.Hooks;

/// <summary>Signs as fal's documents say, with a key of the test's own.</summary>
internal sealed class FalSigner : IDisposable
{
    private readonly Key _key = new(SignatureAlgorithm.Ed25519);

    /// <summary>The public key as fal publishes it.</summary>
    public string Jwk => $$"""{"kty":"OKP","crv":"Ed25519","x":"{{Base64Url.EncodeToString(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey))}}"}""";

    public HeaderDictionary Sign(string requestId, DateTimeOffset at, byte[] body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var message = string.Join('\n', requestId, "user_1", timestamp, Convert.ToHexStringLower(SHA256.HashData(body)));
        return new HeaderDictionary
        {
            ["X-Fal-Webhook-Request-Id"] = requestId,
            ["X-Fal-Webhook-User-Id"] = "user_1",
            ["X-Fal-Webhook-Timestamp"] = timestamp,
            ["X-Fal-Webhook-Signature"] = Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(message))),
        };
    }

    public void Dispose() => _key.Dispose();
}
