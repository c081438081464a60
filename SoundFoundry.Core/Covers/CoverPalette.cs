namespace SoundFoundry.Core.Covers;

/// <summary>The colours of one sleeve. Neighbours on the circle of fifths are neighbours in hue; major keys are printed on light stock,
/// minor keys on dark and a little cooler.</summary>
/// <param name="Haze">From what is far away to what is near, as many as a landscape needs.</param>
internal sealed record CoverPalette(
    string Ground, string Far, string Middle, string Near, string Deep, string Accent, IReadOnlyList<string> Haze)
{
    public const int HazeSteps = 7;

    private const double HueOfC = 55;
    private const double Coldest = 264;
    private const double Cooling = 0.18;

    public static CoverPalette Of(CoverTrack track)
    {
        var hue = (HueOfC + (30 * track.Key.Fifths)) % 360;
        var strength = 0.8 + (0.45 * track.Energy);
        if (!track.Key.IsMinor)
        {
            return new(
                Tone(0.9, 0.05), Tone(0.8, 0.115), Tone(0.69, 0.15), Tone(0.53, 0.14), Tone(0.3, 0.075), Tone(0.66, 0.17, 158),
                [.. Steps(0.84, 0.34).Select(lightness => Tone(lightness, 0.14))]);
        }

        hue += Cooling * (((Coldest - hue + 540) % 360) - 180);
        return new(
            Tone(0.21, 0.045), Tone(0.33, 0.08), Tone(0.46, 0.115), Tone(0.64, 0.125), Tone(0.84, 0.08), Tone(0.76, 0.14, 165),
            [.. Steps(0.68, 0.26).Select(lightness => Tone(lightness, 0.11))]);

        string Tone(double lightness, double chroma, double turn = 0) =>
            new Oklch(lightness, chroma * strength, (hue + turn + 360) % 360).ToHex();
    }

    private static IEnumerable<double> Steps(double from, double to) =>
        Enumerable.Range(0, HazeSteps).Select(step => from + ((to - from) * step / (HazeSteps - 1)));
}
