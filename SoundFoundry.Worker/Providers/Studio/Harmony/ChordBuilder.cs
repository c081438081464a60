using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Harmony;

/// <summary>Stacks a chord on a scale degree in the colour of the style.</summary>
internal static class ChordBuilder
{
    public static Chord Build(Key key, int degree, Colour colour)
    {
        var root = key.Offset(degree);
        int Above(int steps) => key.Offset(degree + steps) - root;

        List<int> intervals = [0, Above(2), Above(4)];
        // The diminished triad sounds like an accident in a loop; its fifth is raised unless sevenths explain it.
        if (intervals[2] == 6 && colour is Colour.Triads or Colour.Open) intervals[2] = 7;
        if (colour is Colour.Sevenths or Colour.Ninths) intervals.Add(Above(6));
        // A ninth a semitone above the root is harsh, and so is a major seventh on the dominant's ninth.
        if (colour is Colour.Ninths && Above(8) == 14) intervals.Add(14);
        if (colour is Colour.Open && Above(8) == 14) intervals.Add(14);
        return new Chord(degree, key.PitchClass(degree), intervals);
    }

    /// <summary>The major dominant with its leading tone, in minor too.</summary>
    public static Chord Dominant(Key key, Colour colour) => key.Mode is Mode.Major or Mode.Minor or Mode.Lydian
        ? new Chord(4, key.PitchClass(4), colour is Colour.Sevenths or Colour.Ninths ? [0, 4, 7, 10] : [0, 4, 7])
        : Build(key, Progressions.Dominant(key.Mode), colour is Colour.Ninths ? Colour.Sevenths : colour);

    /// <summary>The dominant of the chord that follows.</summary>
    public static Chord Towards(Chord next) => new(-1, (next.Root + 7) % 12, [0, 4, 7, 10]);

    /// <summary>The chord with its third held back by the fourth.</summary>
    public static Chord Suspended(Chord chord) => chord with { Intervals = [0, 5, 7, .. chord.Intervals.Skip(3)] };

    /// <summary>The last chord: plain, at most with a ninth, so that it is heard as home.</summary>
    public static Chord Final(Key key, Colour colour)
    {
        var plain = Build(key, 0, Colour.Triads);
        return colour is Colour.Ninths or Colour.Open && key.Offset(1) == 2 ? plain with { Intervals = [.. plain.Intervals, 14] } : plain;
    }
}
