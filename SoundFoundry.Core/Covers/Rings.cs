namespace SoundFoundry.Core.Covers;

/// <summary>Still and bright: the rings of a cut stone or tree, once round for the whole track.</summary>
internal static class Rings
{
    private const int Count = 8;
    private const int Points = 30;

    public static void Draw(Drawing drawing, CoverTrack track, CoverPalette palette)
    {
        var (x, y) = (236 + (2 * (track.Fingerprint % 64)), 236 + (2 * (track.Fingerprint / 64 % 64)));
        string[] tones = [palette.Far, palette.Middle, palette.Ground, palette.Near, palette.Far, palette.Deep, palette.Middle, palette.Ground];
        var levels = track.Levels(Points);
        var turn = track.Fingerprint / 4_096 % Points;
        for (var ring = 0; ring < Count; ring++)
        {
            var radius = 400.0 - (46 * ring);
            var sway = 0.34 - (0.03 * ring);
            var points = Enumerable.Range(0, Points).Select(i =>
            {
                var level = (levels[i] + levels[(i + 1) % Points] + levels[(i + Points - 1) % Points]) / 3;
                var angle = 2 * Math.PI * (i + turn + (0.35 * ring)) / Points;
                var reach = radius * (1 - sway + (sway * level));
                return (x + (reach * Math.Cos(angle)), y + (reach * Math.Sin(angle)));
            }).ToList();
            drawing.Shape(Drawing.Curve(points, closed: true), tones[ring]);
        }

        drawing.Disc(x, y, 26, palette.Accent);
    }
}
