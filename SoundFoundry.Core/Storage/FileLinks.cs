using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Core.Storage;

/// <summary>Signs and judges links to files that our own service serves.</summary>
public sealed class FileLinks(IOptions<StorageOptions> options, TimeProvider clock)
{
    public const string Path = "/api/files/";

    /// <summary>The longest a link may live; S3 allows no more either.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(7);

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.SigningKey!);

    /// <summary>A relative link to <paramref name="key"/>, good until <paramref name="lifetime"/> ends.</summary>
    public Uri Sign(string key, TimeSpan lifetime, string? downloadName)
    {
        var name = downloadName is null ? null : DownloadName.Clean(downloadName);
        var expires = (clock.GetUtcNow() + Checked(lifetime)).ToUnixTimeSeconds();
        var query = name is null ? "" : $"&name={Uri.EscapeDataString(name)}";
        var signature = Signature(AudioKey.Checked(key), expires, name);
        return new Uri($"{Path}{key}?expires={expires}{query}&signature={signature}", UriKind.Relative);
    }

    /// <remarks>A forged link is told from an expired one only after its signature held.</remarks>
    public FileLinkVerdict Verify(FileLink link)
    {
        var isOurs = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Signature(link.Key, link.Expires, link.Name)), Encoding.UTF8.GetBytes(link.Signature));
        if (!isOurs || !AudioKey.IsValid(link.Key)) return FileLinkVerdict.Forged;
        return link.Expires > clock.GetUtcNow().ToUnixTimeSeconds() ? FileLinkVerdict.Good : FileLinkVerdict.Expired;
    }

    internal static TimeSpan Checked(TimeSpan lifetime) =>
        lifetime > TimeSpan.Zero && lifetime <= MaxLifetime
            ? lifetime
            : throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "A link lives more than zero and at most seven days.");

    // A line break can stand in none of the parts, so no two links sign the same text.
    private string Signature(string key, long expires, string? name) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"GET\n{key}\n{expires}\n{name}")));
}
