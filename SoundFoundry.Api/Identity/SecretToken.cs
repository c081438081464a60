using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SoundFoundry.Api.Identity;

/// <summary>Secrets that whoever shows them is let in by: told once, kept as a hash.</summary>
internal static class SecretToken
{
    private const int Bytes = 32;

    /// <summary>256 random bits in the characters of a URL.</summary>
    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A plain hash is enough: nobody guesses 256 random bits.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
