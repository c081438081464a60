using System.Text.RegularExpressions;
using SoundFoundry.Core.Renditions;

namespace SoundFoundry.Core.Storage;

/// <summary>The one place that makes and judges the names of stored objects.</summary>
public static partial class AudioKey
{
    /// <summary>Objects below it are dropped after a day, by the server's own rule or by ours.</summary>
    public const string TemporaryPrefix = "tmp/";

    /// <summary>Everything that is kept.</summary>
    public const string UsersPrefix = "users/";

    private const int MaxLength = 512;

    /// <summary>The key one claim of a job writes to; a later claim has a higher fence, so two writers never meet.</summary>
    /// <param name="extension">Without the dot: <c>wav</c>, <c>mp3</c>…</param>
    public static string For(long userId, long trackId, long jobId, long fence, string extension) =>
        Checked($"{TrackPrefix(userId, trackId)}{jobId}-{fence}.{extension}");

    /// <summary>The key of audio that an attempt's provider finished after its job had ended; fetched again, it is written there again.</summary>
    public static string ForLate(long userId, long trackId, long jobId, long attemptId, string extension) =>
        Checked($"{TrackPrefix(userId, trackId)}{jobId}-late-{attemptId}.{extension}");

    /// <summary>The key of another form of a job's audio, made under this fence of its row.</summary>
    public static string ForRendition(long userId, long trackId, long jobId, RenditionKind kind, long fence) =>
        Checked($"{TrackPrefix(userId, trackId)}renditions/{jobId}-{kind.Name()}-{fence}.{kind.Extension()}");

    /// <summary>Everything stored for one track.</summary>
    public static string TrackPrefix(long userId, long trackId) => $"{UserPrefix(userId)}tracks/{trackId}/";

    /// <summary>Everything stored for one user.</summary>
    public static string UserPrefix(long userId) => $"users/{userId}/";

    /// <summary>Whether this is a key of ours: below <c>users/</c> or <c>tmp/</c>, and not able to point anywhere else.</summary>
    public static bool IsValid(string? key) => key is { Length: <= MaxLength } && Shape().IsMatch(key);

    /// <summary>What a reader is told the object is; never anything that a browser would run.</summary>
    public static string ContentType(string key) => Path.GetExtension(key) switch
    {
        ".wav" => "audio/wav",
        ".mp3" => "audio/mpeg",
        ".flac" => "audio/flac",
        ".ogg" or ".opus" => "audio/ogg",
        ".m4a" => "audio/mp4",
        ".aac" => "audio/aac",
        ".png" => "image/png",
        ".jpg" => "image/jpeg",
        ".webp" => "image/webp",
        ".json" => "application/json",
        ".zip" => "application/zip",
        _ => "application/octet-stream",
    };

    internal static string Checked(string key) =>
        IsValid(key) ? key : throw new ArgumentException("This is not the key of a stored object.", nameof(key));

    internal static string CheckedPrefix(string prefix) =>
        prefix.Length <= MaxLength && PrefixShape().IsMatch(prefix)
            ? prefix
            : throw new ArgumentException("This is not the start of a stored object's key.", nameof(prefix));

    // No upper case: some file systems would take two keys for one. No segment starts with a dot: no traversal, nothing hidden.
    [GeneratedRegex(@"\A(users|tmp)(/[a-z0-9][a-z0-9._-]*)+\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A(users|tmp)/([a-z0-9][a-z0-9._-]*/)*([a-z0-9][a-z0-9._-]*)?\z")]
    private static partial Regex PrefixShape();
}
