using System.Security.Cryptography;
using System.Text;

namespace SoundFoundry.Api.Limits;

/// <summary>A limit as it applies to one subject: an address, a user, a key.</summary>
internal readonly record struct Limit(LimitName Name, Rate Rate, string Subject)
{
    private const int HashBytes = 16;

    /// <summary>What a stranger typed is no part of a name in Redis: a digest of it is.</summary>
    public static string Digest(string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, HashBytes));
}
