using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;
using static SoundFoundry.Worker.Providers.Studio.Music.Drum;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>One bar of 4/4 for each groove in sixteenths: X hard, x normal, o soft.</summary>
internal static class Grooves
{
    private static readonly Dictionary<Groove, (Drum Drum, string Row)[]> Rows = new()
    {
        [Groove.House] = [(Kick, "X...X...X...X..."), (Clap, "....x.......x..."), (OpenHat, "..x...x...x...x."), (Shaker, "oooooooooooooooo")],
        [Groove.Techno] =
            [(Kick, "X...X...X...X..."), (ClosedHat, "o.xoo.xoo.xoo.xo"), (OpenHat, "..x...x...x...x."), (Clap, "....x.......x..."), (Rim, "...o..o....o..o.")],
        [Groove.Trance] = [(Kick, "X...X...X...X..."), (OpenHat, "..X...X...X...X."), (ClosedHat, "oooooooooooooooo"), (Clap, "....x.......x...")],
        [Groove.Breakbeat] = [(Kick, "X.........X....."), (Snare, "....X..o.o..X..o"), (ClosedHat, "x.x.x.x.x.x.x.x."), (Ride, "x...x...x...x...")],
        [Groove.Trap] = [(Kick, "X......x..x....."), (Clap, "........X......."), (ClosedHat, "x.x.x.x.x.xoxoxo"), (OpenHat, "..............x.")],
        [Groove.BoomBap] = [(Kick, "X.....x..xx....."), (Snare, "....X.......X..o"), (ClosedHat, "x.o.x.o.x.o.x.o.")],
        [Groove.Rock] = [(Kick, "X.....x.X......."), (Snare, "....X.......X..."), (ClosedHat, "X.x.X.x.X.x.X.x.")],
        [Groove.Punk] = [(Kick, "X.x...x.X.x...x."), (Snare, "....X.......X..."), (ClosedHat, "X.X.X.X.X.X.X.X.")],
        [Groove.Metal] = [(Kick, "X.xxX.xxX.xxX.xx"), (Snare, "....X.......X..."), (Ride, "X...X...X...X...")],
        [Groove.Pop] = [(Kick, "X.....x...x....."), (Snare, "....X.......X..."), (ClosedHat, "x.o.x.o.x.o.x.o.")],
        [Groove.Disco] = [(Kick, "X...X...X...X..."), (Snare, "....X.......X..."), (ClosedHat, "x...x...x...x..."), (OpenHat, "..X...X...X...X.")],
        [Groove.Funk] = [(Kick, "X.x...x..x......"), (Snare, "....X..o.o..X..o"), (ClosedHat, "x.xox.xox.xox.xo")],
        [Groove.Jazz] = [(Ride, "X...x.x.X...x.x."), (ClosedHat, "....x.......x..."), (Kick, "o.......o......."), (Snare, "......o.......o.")],
        [Groove.Bossa] = [(Kick, "X.....xxX.....xx"), (Rim, "x..x..x...x..x.."), (ClosedHat, "o.o.o.o.o.o.o.o.")],
        [Groove.Latin] = [(Kick, "X.....x.X.....x."), (Conga, "..x...xx..x...xx"), (Rim, "x..x..x...x.x..."), (Shaker, "x.oxx.oxx.oxx.ox")],
        [Groove.Reggae] = [(Kick, "........X......."), (Rim, "........X......."), (ClosedHat, "x.o.x.o.x.o.x.o.")],
        [Groove.Folk] = [(Kick, "x.......x......."), (Shaker, "x.o.x.o.x.o.x.o."), (Clap, "....o.......o...")],
        [Groove.March] = [(Kick, "X.......X......."), (Snare, "x...x.xxx...x.xx")],
        [Groove.Cinematic] = [(LowTom, "X.....x.X...x.x."), (Kick, "X.......X......."), (HighTom, "...o..o...o..o..")],
        [Groove.Soft] = [(Kick, "x.........o....."), (Rim, "....o.......o..."), (Shaker, "o.o.o.o.o.o.o.o.")],
        [Groove.Synthwave] = [(Kick, "X.......X......."), (Snare, "....X.......X..."), (ClosedHat, "x.x.x.x.x.x.x.x.")],
        [Groove.Dubstep] = [(Kick, "X.........x....."), (Snare, "........X......."), (ClosedHat, "x..x..x.x..x..x.")],
    };

    public static IReadOnlyList<(Drum Drum, int Start, int Accent)> Bar(Style style) =>
        style.Metre == Metre.FourFour
            ? [.. Rows[style.Groove].SelectMany(row => Parse(row.Drum, row.Row))]
            : PulseGroove.Bar(style);

    private static IEnumerable<(Drum Drum, int Start, int Accent)> Parse(Drum drum, string row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '.') continue;
            yield return (drum, i * Metre.Sixteenth, row[i] switch { 'X' => 16, 'x' => 0, _ => -26 });
        }
    }
}
