using System.Security.Cryptography;
using System.Text;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Core.Renditions;

/// <summary>Tells whether what was made still is what would be made now.</summary>
public static class RenditionStamp
{
    /// <summary>Grows when what was made before should be made anew.</summary>
    private const int Recipe = 1;

    /// <summary>Hexadecimal; of all that goes into it beside the audio, which never changes.</summary>
    public static string Of(RenditionKind kind, Track track)
    {
        string?[] parts = kind.IsAudio() ? [$"{Recipe}", track.Title, track.Prompt, track.Lyrics] : [$"{Recipe}"];
        var marked = string.Concat(parts.Select(part => part is null ? "-" : $"{part.Length}:{part}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(marked)));
    }
}
