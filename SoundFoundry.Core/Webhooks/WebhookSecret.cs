using System.Security.Cryptography;

namespace SoundFoundry.Core.Webhooks;

/// <summary>A secret shared with one receiver, written as Standard Webhooks have it: <c>whsec_</c> and base64.</summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Bytes = 32;

    /// <summary>How long the secret before a rotation signs too.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    internal static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[Prefix.Length..]);
}
