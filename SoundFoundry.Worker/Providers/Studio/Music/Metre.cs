namespace SoundFoundry.Worker.Providers.Studio.Music;

/// <summary>How a bar is counted. Tempo counts pulses: a quarter in x/4, a dotted quarter in 6/8, 9/8 and 12/8.</summary>
/// <param name="Pulses">Where the felt beats of a bar fall, in ticks.</param>
/// <param name="PulseTicks">Length of the beat that the tempo counts, in ticks.</param>
internal sealed record Metre(string Name, int BarTicks, IReadOnlyList<int> Pulses, int PulseTicks)
{
    public const int Quarter = 480;
    public const int Eighth = 240;
    public const int Sixteenth = 120;

    public static readonly Metre TwoFour = Simple("2/4", 2);
    public static readonly Metre ThreeFour = Simple("3/4", 3);
    public static readonly Metre FourFour = Simple("4/4", 4);
    public static readonly Metre FiveFour = Simple("5/4", 5);
    public static readonly Metre SixEight = Compound("6/8", 2);
    public static readonly Metre NineEight = Compound("9/8", 3);
    public static readonly Metre TwelveEight = Compound("12/8", 4);
    public static readonly Metre SevenEight = new("7/8", 7 * Eighth, [0, 2 * Eighth, 4 * Eighth], Quarter);

    public static readonly IReadOnlyList<Metre> All =
        [TwoFour, ThreeFour, FourFour, FiveFour, SixEight, SevenEight, NineEight, TwelveEight];

    public bool IsCompound => PulseTicks == 3 * Eighth;

    public int PulseLength(int index) => (index + 1 < Pulses.Count ? Pulses[index + 1] : BarTicks) - Pulses[index];

    private static Metre Simple(string name, int beats) =>
        new(name, beats * Quarter, [.. Enumerable.Range(0, beats).Select(beat => beat * Quarter)], Quarter);

    private static Metre Compound(string name, int beats) =>
        new(name, beats * 3 * Eighth, [.. Enumerable.Range(0, beats).Select(beat => beat * 3 * Eighth)], 3 * Eighth);
}
