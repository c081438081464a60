namespace SoundFoundry.Core.Covers;

/// <summary>Still and dark: ranges of hills below a moon. Each range is a stretch of the track, the first the farthest.</summary>
internal static class Ridges
{
    private const int Points = 17;

    public static void Draw(Drawing drawing, CoverTrack track, CoverPalette palette)
    {
        var horizon = 210 + (track.Fingerprint / 128 % 128);
        drawing.Disc(110 + (3 * (track.Fingerprint % 128)), horizon - 76, 50 + (track.Fingerprint / 16_384 % 64), palette.Accent);
        var levels = track.Levels(CoverPalette.HazeSteps * Points);
        for (var range = 0; range < CoverPalette.HazeSteps; range++)
        {
            var nearness = range / (CoverPalette.HazeSteps - 1.0);
            var floor = horizon + (580 - horizon) * Math.Pow(nearness, 1.25);
            var height = 80 + (80 * nearness);
            var points = Enumerable.Range(0, Points)
                .Select(i => (X: -20 + (i * 640.0 / (Points - 1)), Y: floor - (height * levels[(range * Points) + i])))
                .ToList();
            drawing.Shape($"{Drawing.Curve(points, closed: false)}V600H-20z", palette.Haze[range]);
        }
    }
}
