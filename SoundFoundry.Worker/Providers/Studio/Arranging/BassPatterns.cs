using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>One bar of each bass figure. Letters: R root, T third, F fifth, O octave, A approach; "-" holds, "." rests; sixteenths.</summary>
internal static class BassPatterns
{
    private static readonly Dictionary<BassFigure, string[]> FourFour = new()
    {
        [BassFigure.RootFifth] = ["R-------F-------", "R-----R-F-------"],
        [BassFigure.Eighths] = ["R-R-R-R-R-R-R-R-", "R-R-R-R-R-R-R-A-"],
        [BassFigure.Offbeat] = ["..R-..R-..R-..R-", "..R-..R-..R-..O-", "..R-..R-..RR..R-"],
        [BassFigure.Octaves] = ["R-O-R-O-R-O-R-O-", "R-O-R-O-R-O-F-O-"],
        [BassFigure.Walking] = ["R---T---F---A---", "R---F---T---A---", "R---F---O---A---"],
        [BassFigure.Syncopated] = ["R-----R---R-F---", "R--R----..R-O-..", "R-----O-..R--A--", "R-..R-..R-....A-"],
        [BassFigure.Sparse] = ["R---------....R-", "R-------..R-----", "R-----------..A-"],
        [BassFigure.Rolling] = [".RRR.RRR.RRR.RRR", "..RR..RR..RR.ROR", ".RRR.RRR.RRO.RRR"],
        [BassFigure.Gallop] = ["R-RRR-RRR-RRR-RR", "R-RRR-RRR-R-R-R-"],
        [BassFigure.Tumbao] = ["......F-----R---", "R-----F-----R---"],
        [BassFigure.Waltz] = ["R-------F-------"],
    };

    /// <returns>Null where the root is simply held for as long as its chord.</returns>
    public static IReadOnlyList<BassStrike>? Choose(BassFigure figure, Style style, Dice dice)
    {
        if (figure is BassFigure.None or BassFigure.Hold) return null;
        return style.Metre == Metre.FourFour ? Parse(dice.Pick(FourFour[figure])) : ByPulse(figure, style.Metre);
    }

    private static List<BassStrike> ByPulse(BassFigure figure, Metre metre)
    {
        var isBusy = figure is BassFigure.Eighths or BassFigure.Octaves or BassFigure.Rolling or BassFigure.Gallop;
        var isSlow = figure is BassFigure.Waltz or BassFigure.Sparse or BassFigure.RootFifth && metre.Pulses.Count <= 3;
        var strikes = new List<BassStrike>();
        for (var i = 0; i < metre.Pulses.Count; i++)
        {
            if (isSlow && i > 0 && !(metre.IsCompound && i == metre.Pulses.Count - 1)) continue;
            var tone = i == 0 ? BassTone.Root
                : figure == BassFigure.Walking && i == metre.Pulses.Count - 1 ? BassTone.Approach
                : i % 2 == 1 ? BassTone.Fifth : BassTone.Root;
            var length = isSlow && !metre.IsCompound ? metre.BarTicks * 2 / 3 : metre.PulseLength(i);
            if (!isBusy) strikes.Add(new BassStrike(metre.Pulses[i], length, tone, 0));
            else for (var part = 0; part < length; part += Metre.Eighth)
                strikes.Add(new BassStrike(metre.Pulses[i] + part, Metre.Eighth, BassTone.Root, part == 0 ? 4 : 0));
        }

        return strikes;
    }

    private static List<BassStrike> Parse(string pattern)
    {
        var strikes = new List<BassStrike>();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] is '.' or '-') continue;
            var length = 1;
            while (i + length < pattern.Length && pattern[i + length] == '-') length++;
            var tone = pattern[i] switch
            {
                'T' => BassTone.Third,
                'F' => BassTone.Fifth,
                'O' => BassTone.Octave,
                'A' => BassTone.Approach,
                _ => BassTone.Root,
            };
            strikes.Add(new BassStrike(i * Metre.Sixteenth, length * Metre.Sixteenth, tone, i == 0 ? 4 : 0));
        }

        return strikes;
    }
}
