using System.Security.Cryptography;
using System.Text;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>Signs as Svix and Standard Webhooks do: HMAC-SHA256 over id, time and body.</summary>
internal sealed class SvixSignature(string secret)
{
    private const string Prefix = "whsec_";
    private const int SecretBytes = 24;

    public string Secret => secret;

    public static SvixSignature WithNewSecret() => new(Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)));

    public string Of(string id, string timestamp, byte[] body)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), message));
    }
}
