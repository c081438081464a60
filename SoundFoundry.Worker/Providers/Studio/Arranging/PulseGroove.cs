using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>A groove for any other metre, from its beats: kick on the one, backbeat on the rest, hats between.</summary>
internal static class PulseGroove
{
    public static List<(Drum Drum, int Start, int Accent)> Bar(Style style)
    {
        var metre = style.Metre;
        var backbeat = style.Groove switch
        {
            Groove.Soft or Groove.Bossa or Groove.Reggae or Groove.Folk => Drum.Rim,
            Groove.House or Groove.Techno or Groove.Trance or Groove.Trap => Drum.Clap,
            Groove.Cinematic => Drum.HighTom,
            _ => Drum.Snare,
        };
        var time = style.Groove switch
        {
            Groove.Jazz => Drum.Ride,
            Groove.Soft or Groove.Folk or Groove.Latin or Groove.Cinematic => Drum.Shaker,
            _ => Drum.ClosedHat,
        };

        var hits = new List<(Drum, int, int)>();
        for (var i = 0; i < metre.Pulses.Count; i++)
        {
            if (i == 0) hits.Add((Drum.Kick, 0, 16));
            else if (IsBackbeat(metre, i)) hits.Add((backbeat, metre.Pulses[i], metre.Pulses.Count == 3 ? -10 : 8));
            else hits.Add((Drum.Kick, metre.Pulses[i], 0));
        }

        for (var tick = 0; tick < metre.BarTicks; tick += Metre.Eighth) hits.Add((time, tick, metre.Pulses.Contains(tick) ? 0 : -20));
        return hits;
    }

    private static bool IsBackbeat(Metre metre, int pulse) => metre.Pulses.Count is 3 or 2 || pulse % 2 == 1;
}
