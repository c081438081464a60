using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Core.Covers;

/// <summary>The cover of a track, drawn from what was measured of its sound and from nothing else.</summary>
/// <remarks>The same artifact gives the same text on every machine. Nothing of what users typed is in it, and no script, style or link.</remarks>
public static class Cover
{
    // Where half of what is made falls to either side.
    private const double Lively = 0.35;
    private const double BrightStill = 0.285;
    private const double BrightLively = 0.52;

    /// <returns>SVG of less than 6 KB.</returns>
    public static string Draw(Artifact artifact)
    {
        var track = new CoverTrack(artifact);
        var palette = CoverPalette.Of(track);
        var drawing = new Drawing().Rectangle(0, 0, Drawing.Size, Drawing.Size, palette.Ground);
        if (track.Energy < Lively)
        {
            if (track.Brightness < BrightStill) Ridges.Draw(drawing, track, palette);
            else Rings.Draw(drawing, track, palette);
        }
        else if (track.Brightness < BrightLively)
        {
            Tiles.Draw(drawing, track, palette);
        }
        else
        {
            Rays.Draw(drawing, track, palette);
        }

        return drawing.ToString();
    }
}
