namespace SoundFoundry.Core.Covers;

/// <param name="Tonic">Pitch class, 0 = C to 11 = B.</param>
public sealed record MusicalKey(int Tonic, bool IsMinor)
{
    private const string Minor = " minor";
    private const string Major = " major";
    private static readonly string[] Names = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    /// <summary>Steps clockwise from C major on the circle of fifths, 0 to 11; a minor key stands where its relative major does.</summary>
    public int Fifths => (IsMinor ? Tonic + 3 : Tonic) * 7 % 12;

    /// <summary>The key of a name that <see cref="ToString"/> made; null for anything else.</summary>
    public static MusicalKey? Parse(string? name)
    {
        var isMinor = name?.EndsWith(Minor, StringComparison.Ordinal) == true;
        if (name is null || !(isMinor || name.EndsWith(Major, StringComparison.Ordinal))) return null;
        var tonic = Array.IndexOf(Names, name[..^Minor.Length]);
        return tonic < 0 ? null : new MusicalKey(tonic, isMinor);
    }

    public override string ToString() => Names[Tonic] + (IsMinor ? Minor : Major);
}
