using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Renditions;

namespace SoundFoundry.Api.Tracks;

/// <summary>The formats a track's audio can be had in.</summary>
internal static class TrackFormats
{
    /// <param name="makeable">What the workers can make.</param>
    public static IReadOnlyList<string> Of(Artifact? artifact, IReadOnlySet<RenditionKind> makeable) => artifact is null
        ? []
        : [Stored(artifact), .. RenditionKinds.Audio.Where(makeable.Contains).Select(kind => kind.Name()).Where(name => name != Stored(artifact))];

    /// <summary>What needs no making.</summary>
    public static string Stored(Artifact artifact) => Path.GetExtension(artifact.Key).TrimStart('.');
}
