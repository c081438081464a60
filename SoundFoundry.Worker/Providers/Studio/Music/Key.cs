namespace SoundFoundry.Worker.Providers.Studio.Music;

/// <param name="Tonic">Pitch class, 0 = C to 11 = B.</param>
internal sealed record Key(int Tonic, Mode Mode)
{
    private static readonly string[] Names = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    private static readonly int[][] Steps =
    [
        [0, 2, 4, 5, 7, 9, 11],
        [0, 2, 3, 5, 7, 8, 10],
        [0, 2, 3, 5, 7, 9, 10],
        [0, 1, 3, 5, 7, 8, 10],
        [0, 2, 4, 6, 7, 9, 11],
        [0, 2, 4, 5, 7, 9, 10],
    ];

    public bool IsMinor => Mode is Mode.Minor or Mode.Dorian or Mode.Phrygian;

    /// <summary>Semitones above the tonic of a scale degree counted from 0; degrees past 6 go on into the next octave.</summary>
    public int Offset(int degree)
    {
        var octave = (int)Math.Floor(degree / 7.0);
        return Steps[(int)Mode][degree - (7 * octave)] + (12 * octave);
    }

    public int PitchClass(int degree) => (((Tonic + Offset(degree)) % 12) + 12) % 12;

    public bool Contains(int pitch) => Array.IndexOf(Steps[(int)Mode], (((pitch - Tonic) % 12) + 12) % 12) >= 0;

    public override string ToString() => $"{Names[Tonic]} {Mode.ToString().ToLowerInvariant()}";
}
