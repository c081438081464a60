namespace SoundFoundry.Worker.Providers.Studio.Harmony;

/// <summary>Chooses for each chord the position whose voices move least from the one before.</summary>
internal static class VoiceLeading
{
    private const int Lowest = 50;
    private const int Highest = 74;
    private const int Centre = 62;

    public static IReadOnlyList<int> Lead(Chord chord, IReadOnlyList<int>? previous)
    {
        IReadOnlyList<int>? best = null;
        var lowestCost = int.MaxValue;
        foreach (var candidate in Positions(chord))
        {
            var cost = Cost(candidate, previous);
            if (cost >= lowestCost) continue;
            lowestCost = cost;
            best = candidate;
        }

        return best!;
    }

    /// <summary>Every close position, and each with its second voice from the top dropped an octave.</summary>
    private static IEnumerable<IReadOnlyList<int>> Positions(Chord chord)
    {
        var classes = Voices(chord);
        for (var rotation = 0; rotation < classes.Count; rotation++)
        {
            for (var bottom = Lowest; bottom < Lowest + 14; bottom++)
            {
                if ((bottom - classes[rotation]) % 12 != 0) continue;
                int[] close = Stack(classes, rotation, bottom);
                if (close[^1] <= Highest) yield return close;
                int[] dropped = [close[^2] - 12, .. close[..^2], close[^1]];
                if (dropped[0] >= Lowest - 4 && dropped[^1] <= Highest) yield return dropped;
            }
        }
    }

    /// <summary>Four voices at most: five-note chords leave their fifth out, the bass plays the root anyway.</summary>
    private static List<int> Voices(Chord chord)
    {
        var intervals = chord.Intervals.Count > 4 ? chord.Intervals.Where((_, i) => i != 2) : chord.Intervals;
        return [.. intervals.Select(interval => (chord.Root + interval) % 12)];
    }

    private static int[] Stack(List<int> classes, int rotation, int bottom)
    {
        var pitches = new int[classes.Count];
        pitches[0] = bottom;
        for (var i = 1; i < classes.Count; i++)
        {
            var wanted = classes[(rotation + i) % classes.Count];
            pitches[i] = pitches[i - 1] + 1 + ((((wanted - pitches[i - 1] - 1) % 12) + 12) % 12);
        }

        return pitches;
    }

    private static int Cost(IReadOnlyList<int> candidate, IReadOnlyList<int>? previous)
    {
        var cost = 2 * Math.Abs((int)candidate.Average() - Centre);
        for (var i = 1; i < candidate.Count; i++)
        {
            // Seconds low in the chord turn to mud.
            if (candidate[i] - candidate[i - 1] < 3 && candidate[i] < 60) cost += 6;
        }

        if (previous is null) return cost;
        foreach (var pitch in candidate) cost += 2 * previous.Min(before => Math.Abs(before - pitch));
        return cost + (2 * Math.Abs(candidate[^1] - previous[^1]));
    }
}
