using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Harmony;

/// <summary>Four-chord rows by mode, as scale degrees from 0. Rows under "home" begin on the tonic; "away" rows need not.</summary>
internal static class Progressions
{
    public static IReadOnlyList<int[]> Home(Mode mode) => mode switch
    {
        Mode.Major => [[0, 4, 5, 3], [0, 5, 3, 4], [0, 3, 5, 4], [0, 2, 3, 4], [0, 3, 0, 4], [0, 5, 1, 4], [0, 2, 5, 3]],
        Mode.Minor => [[0, 5, 2, 6], [0, 3, 5, 4], [0, 6, 5, 6], [0, 5, 3, 4], [0, 3, 6, 2], [0, 2, 6, 5], [0, 5, 0, 6]],
        Mode.Dorian => [[0, 3, 0, 3], [0, 6, 3, 0], [0, 3, 6, 0], [0, 2, 3, 0], [0, 1, 2, 3]],
        Mode.Phrygian => [[0, 1, 0, 6], [0, 1, 2, 1], [0, 5, 1, 0], [0, 6, 5, 1]],
        Mode.Lydian => [[0, 1, 0, 4], [0, 1, 5, 4], [0, 4, 1, 0], [0, 5, 1, 4]],
        _ => [[0, 6, 3, 0], [0, 3, 6, 0], [0, 6, 0, 3], [0, 4, 6, 3]],
    };

    public static IReadOnlyList<int[]> Away(Mode mode) => mode switch
    {
        Mode.Major => [[3, 4, 0, 5], [5, 3, 0, 4], [3, 0, 4, 5], [1, 4, 0, 5], [5, 2, 3, 4], [3, 4, 2, 5]],
        Mode.Minor => [[5, 6, 0, 0], [2, 6, 0, 5], [3, 6, 2, 5], [5, 2, 6, 0], [3, 0, 5, 4], [5, 6, 2, 0]],
        Mode.Dorian => [[3, 0, 6, 0], [2, 3, 0, 0], [6, 3, 0, 0], [3, 6, 2, 0]],
        Mode.Phrygian => [[1, 0, 6, 0], [5, 6, 1, 0], [1, 2, 1, 0]],
        Mode.Lydian => [[1, 4, 0, 0], [5, 1, 4, 0], [1, 0, 5, 4]],
        _ => [[6, 3, 0, 0], [3, 0, 6, 0], [4, 3, 0, 6]],
    };

    public static readonly IReadOnlyList<int[]> JazzMajor = [[0, 5, 1, 4], [1, 4, 0, 5], [2, 5, 1, 4], [0, 3, 2, 5]];

    public static readonly IReadOnlyList<int[]> JazzMinor = [[0, 5, 1, 4], [0, 3, 1, 4], [3, 6, 2, 5]];

    public static readonly int[] TwelveBarBlues = [0, 3, 0, 0, 3, 3, 0, 0, 4, 3, 0, 4];

    /// <summary>The degree that leads back to the tonic most convincingly in each mode.</summary>
    public static int Dominant(Mode mode) => mode switch
    {
        Mode.Dorian or Mode.Mixolydian => 6,
        Mode.Phrygian => 1,
        _ => 4,
    };
}
