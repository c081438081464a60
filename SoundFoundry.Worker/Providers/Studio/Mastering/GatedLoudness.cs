using SoundFoundry.Worker.Providers.Studio.Synthesis;

namespace SoundFoundry.Worker.Providers.Studio.Mastering;

/// <summary>Integrated loudness after ITU-R BS.1770-4: blocks of 400 ms, three quarters overlapping, gated twice.</summary>
internal static class GatedLoudness
{
    private const int RunsPerHop = 138; // 100.1 ms
    private const int HopsPerBlock = 4;
    private const double Offset = -0.691;
    private const double AbsoluteGate = -70.0;
    private const double RelativeGate = -10.0;

    /// <param name="energies">Weighted energies of successive runs.</param>
    /// <param name="gains">One gain more than there are runs; a run is between two of them.</param>
    /// <returns>LUFS; negative infinity for silence.</returns>
    public static double Measure(ReadOnlySpan<float> energies, ReadOnlySpan<float> gains)
    {
        var powers = Powers(energies, gains);
        var audible = Mean(powers, FromLoudness(AbsoluteGate));
        return ToLoudness(Mean(powers, audible * Math.Pow(10.0, RelativeGate / 10.0)));
    }

    private static List<double> Powers(ReadOnlySpan<float> energies, ReadOnlySpan<float> gains)
    {
        var hops = new double[energies.Length / RunsPerHop];
        for (var i = 0; i < hops.Length * RunsPerHop; i++)
        {
            var gain = 0.5f * (gains[i] + gains[i + 1]);
            hops[i / RunsPerHop] += energies[i] * gain * gain;
        }

        var powers = new List<double>();
        const double frames = HopsPerBlock * RunsPerHop * LevelTrack.RunFrames;
        for (var i = 0; i + HopsPerBlock <= hops.Length; i++)
            powers.Add((hops[i] + hops[i + 1] + hops[i + 2] + hops[i + 3]) / frames);
        return powers;
    }

    private static double Mean(List<double> powers, double gate) =>
        powers.Where(power => power > gate).DefaultIfEmpty(0.0).Average();

    private static double ToLoudness(double power) => Offset + (10.0 * Math.Log10(power));

    private static double FromLoudness(double loudness) => Math.Pow(10.0, (loudness - Offset) / 10.0);
}
