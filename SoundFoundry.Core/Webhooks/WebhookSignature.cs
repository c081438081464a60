using System.Security.Cryptography;
using System.Text;

namespace SoundFoundry.Core.Webhooks;

/// <summary>Signs as Standard Webhooks 1.0 has it: HMAC-SHA256 over <c>{id}.{timestamp}.{body}</c>.</summary>
public static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>The value of <see cref="SignatureHeader"/>: one signature per secret, a space between them.</summary>
    /// <param name="timestamp">When this attempt is sent, in seconds of the Unix epoch.</param>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlyMemory<byte> body) =>
        string.Join(' ', secrets.Select(secret => $"v1,{Sign(WebhookSecret.KeyOf(secret), id, timestamp, body.Span)}"));

    private static string Sign(byte[] key, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
