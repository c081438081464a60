using System.Globalization;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Export;

/// <summary>What a track's audio is called in an archive: unique by its number, and short enough for any file system.</summary>
internal static class AudioName
{
    private const int Letters = 50;

    public static string Of(Track track, string key)
    {
        var words = string.Concat((track.Title ?? track.Prompt).EnumerateRunes().Take(Letters));
        return string.Create(CultureInfo.InvariantCulture, $"audio/{track.Id} {DownloadName.Clean(words)}{Path.GetExtension(key)}");
    }
}
