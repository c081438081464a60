namespace SoundFoundry.Tests.Worker.Providers.Studio;

/// <summary>Beats per minute heard in the audio: the period at which onsets repeat most strongly.</summary>
internal static class TempoEstimate
{
    private const int Hop = 256;
    private const double Rate = RenderedTrack.SampleRate / (double)Hop;

    /// <summary>True if the estimate is the asked tempo, or a simple multiple or fraction of it, within 3 %.</summary>
    public static bool Agrees(double estimate, int asked) =>
        new[] { 0.5, 1.0, 2.0, 3.0, 1.5, 2.0 / 3.0, 4.0, 1.0 / 3.0 }.Any(ratio => Math.Abs((estimate / (asked * ratio)) - 1.0) < 0.03);

    public static double Of(RenderedTrack track)
    {
        var onsets = Onsets(track);
        var best = (Score: double.MinValue, Bpm: 0.0);
        for (var bpm = 60.0; bpm <= 200.0; bpm += 0.25)
        {
            var score = Repeats(onsets, bpm);
            if (score > best.Score) best = (score, bpm);
        }

        return best.Bpm;
    }

    private static double Repeats(double[] onsets, double bpm)
    {
        var lag = 60.0 / bpm * Rate;
        return Correlation(onsets, lag) + (0.5 * Correlation(onsets, 2 * lag)) + (0.5 * Correlation(onsets, 4 * lag));
    }

    private static double Correlation(double[] onsets, double lag)
    {
        var whole = (int)lag;
        var part = lag - whole;
        var sum = 0.0;
        for (var i = 0; i + whole + 1 < onsets.Length; i++)
            sum += onsets[i] * (((1 - part) * onsets[i + whole]) + (part * onsets[i + whole + 1]));
        return sum / (onsets.Length - whole);
    }

    private static double[] Onsets(RenderedTrack track)
    {
        var energies = new double[track.Frames / Hop];
        var before = 0f;
        for (var frame = 0; frame < energies.Length * Hop; frame++)
        {
            // The difference of samples weighs the treble, where attacks are.
            var sample = track.Mono(frame);
            energies[frame / Hop] += (sample - before) * (sample - before);
            before = sample;
        }

        var rises = new double[energies.Length];
        for (var i = 2; i < rises.Length; i++)
            rises[i] = Math.Max(0.0, Math.Log(energies[i] + 1e-5) - Math.Log(energies[i - 2] + 1e-5));
        var mean = rises.Average();
        return [.. rises.Select(rise => rise - mean)];
    }
}
