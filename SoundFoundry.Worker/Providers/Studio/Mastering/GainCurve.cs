namespace SoundFoundry.Worker.Providers.Studio.Mastering;

/// <summary>
/// The gain over the whole piece that brings it to the wanted loudness and keeps every true peak under the ceiling.
/// Knowing the future, it may begin to turn down before a peak comes.
/// </summary>
internal static class GainCurve
{
    public const double TargetLoudness = -14.0;

    private const int Rounds = 5;
    private const float Ceiling = 0.85f; // -1.4 dBTP; a meter with a finer interpolation still reads under -1
    private const float MostLift = 30f;
    private const float AttackPerRun = 1.25f;
    private const float ReleasePerRun = 1.006f;

    /// <returns>One gain at each edge of the runs, to be drawn as straight lines between them.</returns>
    public static float[] Plan(LevelTrack levels)
    {
        var gains = new float[levels.Peaks.Length + 1];
        gains.AsSpan().Fill(1f);
        var lift = 1f;
        for (var round = 0; round < Rounds; round++)
        {
            var loudness = GatedLoudness.Measure(levels.Energies, gains);
            if (double.IsNegativeInfinity(loudness)) break;
            lift = Math.Clamp(lift * (float)Math.Pow(10.0, (TargetLoudness - loudness) / 20.0), 1f / MostLift, MostLift);
            Limit(gains, levels.Peaks, lift);
        }

        return gains;
    }

    private static void Limit(float[] gains, float[] peaks, float lift)
    {
        gains.AsSpan().Fill(lift);
        for (var i = 0; i < peaks.Length; i++)
        {
            if (peaks[i] * lift <= Ceiling) continue;
            var gain = Ceiling / peaks[i];
            // A peak may be booked a few frames late, so the run before it is held down too.
            for (var edge = Math.Max(0, i - 1); edge <= i + 1; edge++) gains[edge] = MathF.Min(gains[edge], gain);
        }

        for (var i = 1; i < gains.Length; i++) gains[i] = MathF.Min(gains[i], gains[i - 1] * ReleasePerRun);
        for (var i = gains.Length - 2; i >= 0; i--) gains[i] = MathF.Min(gains[i], gains[i + 1] * AttackPerRun);
    }
}
