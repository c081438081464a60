using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Hooks;

/// <summary>Replicate signs as Standard Webhooks do: HMAC-SHA256 over id, time and body. The body is the prediction.</summary>
internal sealed class ReplicateCallbackVerifier(ReplicateSecret secret, TimeProvider clock) : ICallbackVerifier
{
    private const string Scheme = "v1,";

    public string Provider => ProviderOptions.Replicate;

    public async Task<VerifiedCallback?> VerifyAsync(IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var id = headers["webhook-id"].ToString();
        var timestamp = headers["webhook-timestamp"].ToString();
        if (id.Length is 0 or > 200 || !Freshness.IsFresh(timestamp, clock)) return null;
        if (await secret.GetAsync(cancellationToken) is not { } key) return null;

        var expected = Sign(key, id, timestamp, body.Span);
        var isSigned = headers["webhook-signature"].ToString().Split(' ')
            .Where(signature => signature.StartsWith(Scheme, StringComparison.Ordinal))
            .Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature[Scheme.Length..]), expected));
        return isSigned && PredictionId(body) is { } prediction ? new VerifiedCallback(id, prediction) : null;
    }

    /// <returns>The signature's base64, in ASCII.</returns>
    internal static byte[] Sign(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return Encoding.ASCII.GetBytes(Convert.ToBase64String(hmac.GetHashAndReset()));
    }

    private static string? PredictionId(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= 200 } text ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
