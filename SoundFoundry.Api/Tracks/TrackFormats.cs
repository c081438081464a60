using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Api.Tracks;

/// <summary>The formats a track's audio can be had in.</summary>
internal static class TrackFormats
{
    private static readonly string[] Made = ["wav", "mp3", "flac", "ogg"];

    public static IReadOnlyList<string> Of(Artifact? artifact) =>
        artifact is null ? [] : [Stored(artifact), .. Made.Where(format => format != Stored(artifact))];

    /// <summary>What needs no making.</summary>
    public static string Stored(Artifact artifact) => Path.GetExtension(artifact.Key).TrimStart('.');
}
