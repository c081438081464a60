using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Where in a bar the chords are struck, as (start, length) in ticks.</summary>
internal static class CompPatterns
{
    private const int S = Metre.Sixteenth;

    private static readonly Dictionary<CompFigure, (int Start, int Length)[][]> FourFour = new()
    {
        [CompFigure.Sustain] = [[(0, 16)]],
        [CompFigure.Quarters] = [[(0, 3), (4, 3), (8, 3), (12, 3)]],
        [CompFigure.Offbeat] = [[(2, 1), (6, 1), (10, 1), (14, 1)]],
        [CompFigure.Stabs] = [[(0, 2), (3, 2), (6, 2), (10, 2)], [(2, 1), (5, 2), (10, 1), (13, 2)], [(0, 2), (3, 1), (6, 2), (11, 1), (14, 1)]],
        [CompFigure.Strum] =
        [
            [(0, 4), (4, 2), (6, 4), (10, 2), (12, 2), (14, 2)],
            [(0, 4), (4, 4), (8, 2), (10, 2), (12, 4)],
            [(0, 3), (3, 3), (6, 2), (8, 4), (12, 2), (14, 2)],
        ],
        [CompFigure.Charleston] = [[(0, 3), (6, 5)], [(2, 4), (8, 3)], [(0, 2), (6, 2), (12, 2)], [(6, 2), (14, 2)]],
        [CompFigure.Ballad] = [[(0, 8), (8, 8)], [(0, 6), (6, 10)], [(0, 8), (8, 6), (14, 2)]],
        [CompFigure.Power] = [[(0, 2), (2, 2), (4, 2), (6, 2), (8, 2), (10, 2), (12, 2), (14, 2)], [(0, 3), (3, 3), (6, 4), (10, 2), (12, 4)]],
        [CompFigure.Montuno] = [[(0, 2), (2, 1), (3, 2), (6, 2), (7, 2), (10, 2), (11, 2), (14, 2)], [(0, 2), (3, 2), (5, 2), (7, 2), (10, 2), (13, 2)]],
    };

    public static IReadOnlyList<(int Start, int Length)> Choose(CompFigure figure, Metre metre, Dice dice)
    {
        if (metre == Metre.FourFour && FourFour.TryGetValue(figure, out var patterns))
            return [.. dice.Pick(patterns).Select(strike => (strike.Start * S, strike.Length * S))];
        return figure is CompFigure.Sustain or CompFigure.None ? [(0, metre.BarTicks)] : ByPulse(figure, metre);
    }

    /// <summary>In other metres: the bass has the one, the chords have the other beats; strums fill in the eighths.</summary>
    private static List<(int Start, int Length)> ByPulse(CompFigure figure, Metre metre)
    {
        var strikes = new List<(int, int)>();
        for (var i = 0; i < metre.Pulses.Count; i++)
        {
            var length = metre.PulseLength(i);
            if (figure is CompFigure.Strum or CompFigure.Power)
            {
                strikes.Add((metre.Pulses[i], length - Metre.Eighth));
                strikes.Add((metre.Pulses[i] + length - Metre.Eighth, Metre.Eighth));
            }
            else if (i > 0 || figure is CompFigure.Ballad or CompFigure.Quarters)
            {
                strikes.Add((metre.Pulses[i], figure is CompFigure.Offbeat or CompFigure.Stabs ? Metre.Eighth + S : length));
            }
        }

        return strikes;
    }
}
