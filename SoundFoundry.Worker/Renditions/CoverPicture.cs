using SoundFoundry.Core.Covers;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Worker.Inspection;
using SoundFoundry.Worker.Renders;

namespace SoundFoundry.Worker.Renditions;

/// <summary>The cover as pixels, for all that take no SVG.</summary>
internal static class CoverPicture
{
    public const int Side = 1_000;

    /// <exception cref="InvalidDataException">This ffmpeg draws no SVG.</exception>
    /// <exception cref="FfmpegMissingException">ffmpeg is not installed.</exception>
    public static async Task DrawAsync(Artifact artifact, string path, CancellationToken cancellationToken)
    {
        using var svg = new Workspace();
        await File.WriteAllTextAsync(svg.Path, Cover.Draw(artifact), cancellationToken);
        await Encoder.EncodeAsync(
            [(svg.Path, $"-f svg_pipe -width {Side} -height {Side}")],
            "-frames:v 1 -pix_fmt rgb24 -c:v png -compression_level 9 -f image2 -update 1", path, cancellationToken);
    }
}
