namespace SoundFoundry.Worker.Providers.Studio.Harmony;

/// <param name="Degree">Scale degree of the root, counted from 0; -1 when the root is borrowed from outside.</param>
/// <param name="Root">Pitch class.</param>
/// <param name="Intervals">Semitones above the root, rising, the first being 0.</param>
internal sealed record Chord(int Degree, int Root, IReadOnlyList<int> Intervals)
{
    public bool Contains(int pitch) => Intervals.Any(interval => (Root + interval - pitch) % 12 == 0);

    /// <summary>The chord tone nearest to a pitch; the lower one of two as near.</summary>
    public int Nearest(int pitch)
    {
        for (var distance = 0; distance < 12; distance++)
        {
            if (Contains(pitch - distance)) return pitch - distance;
            if (Contains(pitch + distance)) return pitch + distance;
        }

        return pitch;
    }
}
