using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Tests.Worker.Providers.Studio;

/// <summary>The key heard in the audio: pitch classes by Goertzel filters against the Krumhansl-Kessler profiles.</summary>
internal static class KeyEstimate
{
    private const int Decimation = 4;
    private const int Window = 4096;
    private static readonly double[] Major = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
    private static readonly double[] Minor = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

    /// <summary>The same key, its relative, or a neighbour on the circle of fifths: keys that share all notes but one at most.</summary>
    public static bool IsNear((int Tonic, bool IsMinor) heard, Key key) => Math.Min(Distance(heard, key), 12 - Distance(heard, key)) <= 1;

    public static bool IsSame((int Tonic, bool IsMinor) heard, Key key) => heard.Tonic == key.Tonic && heard.IsMinor == key.IsMinor;

    public static (int Tonic, bool IsMinor) Of(RenderedTrack track)
    {
        var chroma = Chroma(track);
        return Enumerable.Range(0, 24)
            .Select(i => (Tonic: i % 12, IsMinor: i >= 12))
            .MaxBy(key => Correlation(chroma, key.IsMinor ? Minor : Major, key.Tonic));
    }

    private static int Distance((int Tonic, bool IsMinor) heard, Key key)
    {
        static int Fifths(int tonic, bool isMinor) => (isMinor ? tonic + 3 : tonic) * 7 % 12;
        return (Fifths(heard.Tonic, heard.IsMinor) - Fifths(key.Tonic, key.IsMinor) + 12) % 12;
    }

    private static double Correlation(double[] chroma, double[] profile, int tonic)
    {
        var (meanChroma, meanProfile) = (chroma.Average(), profile.Average());
        return Enumerable.Range(0, 12).Sum(i => (chroma[(i + tonic) % 12] - meanChroma) * (profile[i] - meanProfile))
            / Math.Sqrt(profile.Sum(value => (value - meanProfile) * (value - meanProfile)));
    }

    private static double[] Chroma(RenderedTrack track)
    {
        var samples = Decimated(track);
        var chroma = new double[12];
        for (var pitch = 43; pitch <= 84; pitch++)
        {
            var turn = 2.0 * Math.Cos(2.0 * Math.PI * 440.0 * Math.Pow(2.0, (pitch - 69) / 12.0) * Decimation / RenderedTrack.SampleRate);
            for (var start = 0; start + Window <= samples.Length; start += Window)
                chroma[pitch % 12] += Math.Sqrt(Goertzel(samples.AsSpan(start, Window), turn));
        }

        return chroma;
    }

    private static double Goertzel(ReadOnlySpan<float> samples, double turn)
    {
        var (one, two) = (0.0, 0.0);
        for (var i = 0; i < samples.Length; i++)
        {
            var next = samples[i] + (turn * one) - two;
            (one, two) = (next, one);
        }

        return Math.Max(0.0, (one * one) + (two * two) - (turn * one * two));
    }

    private static float[] Decimated(RenderedTrack track)
    {
        var samples = new float[track.Frames / Decimation];
        for (var i = 0; i < samples.Length; i++)
            for (var j = 0; j < Decimation; j++) samples[i] += track.Mono((i * Decimation) + j) / Decimation;
        return samples;
    }
}
