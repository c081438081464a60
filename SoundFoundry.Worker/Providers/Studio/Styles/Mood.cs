namespace SoundFoundry.Worker.Providers.Studio.Styles;

/// <summary>How a word bends a genre: amounts are added, tempo is a percentage.</summary>
/// <param name="Major">Above 0 asks for a major key, below 0 for a minor one.</param>
internal readonly record struct Mood(int Energy, int Brightness, int Density, int Tempo, int Major, int Space)
{
    public static Mood operator +(Mood left, Mood right) => new(
        left.Energy + right.Energy,
        left.Brightness + right.Brightness,
        left.Density + right.Density,
        left.Tempo + right.Tempo,
        left.Major + right.Major,
        left.Space + right.Space);
}
