namespace SoundFoundry.Core.Covers;

/// <summary>Lively and dark: a wall of tiles, read like a page. Loud stretches are full, soft ones are empty, and the arcs turn with the sound.</summary>
internal static class Tiles
{
    private const int Across = 5;
    private const int Side = Drawing.Size / Across;

    public static void Draw(Drawing drawing, CoverTrack track, CoverPalette palette)
    {
        var levels = track.Levels(Across * Across);
        var ranks = levels.Select((level, i) => (level, i)).OrderBy(entry => entry.level).ThenBy(entry => entry.i).Select(entry => entry.i).ToList();
        string[] tones = [palette.Far, palette.Middle, palette.Near, palette.Deep];
        for (var i = 0; i < levels.Length; i++)
        {
            var rank = ranks.IndexOf(i);
            var (x, y) = (i % Across * Side, i / Across * Side);
            var rises = levels[(i + 1) % levels.Length] > levels[i];
            var back = tones[(rank + (int)(track.Fingerprint % 4)) % 3];
            if (rank % 5 != 0) drawing.Rectangle(x, y, Side, Side, back);
            var fill = rank == levels.Length - 1 ? palette.Accent : tones[(rank / 3 + 1) % tones.Length];
            if (fill == back) fill = palette.Ground;
            if (rank >= levels.Length - 4) drawing.Disc(x + (Side / 2), y + (Side / 2), Side / 2.0, fill);
            else if (rank > 5) drawing.Shape(Quarter(x, y, (rises ? 0 : 2) + (int)(track.Fingerprint >> i & 1)), fill);
            else if (rank > 2) drawing.Disc(x + (Side / 2), y + (Side / 2), Side / 5.0, fill);
        }
    }

    /// <summary>A quarter of a disc, about one of the four corners.</summary>
    private static string Quarter(int x, int y, int corner) => corner switch
    {
        0 => $"M{x} {y}h{Side}a{Side} {Side} 0 0 1 -{Side} {Side}z",
        1 => $"M{x + Side} {y}v{Side}a{Side} {Side} 0 0 1 -{Side} -{Side}z",
        2 => $"M{x + Side} {y + Side}h-{Side}a{Side} {Side} 0 0 1 {Side} -{Side}z",
        _ => $"M{x} {y + Side}v-{Side}a{Side} {Side} 0 0 1 {Side} {Side}z",
    };
}
