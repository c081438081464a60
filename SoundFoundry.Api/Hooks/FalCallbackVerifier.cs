using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Hooks;

/// <summary>fal signs request id, user id, time and the body's SHA-256, a line each, with Ed25519.</summary>
internal sealed class FalCallbackVerifier(FalKeys keys, TimeProvider clock) : ICallbackVerifier
{
    public string Provider => ProviderOptions.Fal;

    public async Task<VerifiedCallback?> VerifyAsync(IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var requestId = headers["X-Fal-Webhook-Request-Id"].ToString();
        var timestamp = headers["X-Fal-Webhook-Timestamp"].ToString();
        var hex = headers["X-Fal-Webhook-Signature"].ToString();
        if (requestId.Length is 0 or > 200 || !Freshness.IsFresh(timestamp, clock)) return null;
        if (hex.Length != SignatureAlgorithm.Ed25519.SignatureSize * 2 || !hex.All(char.IsAsciiHexDigit)) return null;

        var message = Encoding.UTF8.GetBytes(string.Join(
            '\n', requestId, headers["X-Fal-Webhook-User-Id"].ToString(), timestamp, Convert.ToHexStringLower(SHA256.HashData(body.Span))));
        var signature = Convert.FromHexString(hex);
        bool IsSignedWith(PublicKey key) => SignatureAlgorithm.Ed25519.Verify(key, message, signature);
        var isSigned = (await keys.GetAsync(refresh: false, cancellationToken)).Any(IsSignedWith)
            || (await keys.GetAsync(refresh: true, cancellationToken)).Any(IsSignedWith);
        return isSigned ? new VerifiedCallback(hex.ToLowerInvariant(), requestId) : null;
    }
}
