namespace SoundFoundry.Simulator.Audio;

/// <summary>A few bars of soft partials that can be repeated without a seam: a sound to recognise, cheap to make.</summary>
internal static class Chime
{
    /// <summary>Every partial makes whole turns in it, so its end fits its beginning.</summary>
    private const int Seconds = 4;

    /// <summary>Of a sample, in each channel: about −15 LUFS.</summary>
    private const double Level = 0.13;

    private static readonly double[] Chord = [1, 1.25, 1.5, 2, 3];

    /// <returns>Frames of 16 bit samples, channels interleaved.</returns>
    public static short[] Loop(ulong seed, int sampleRate, int channels)
    {
        var frames = Seconds * sampleRate;
        var mix = new double[frames * channels];
        var root = 220 * Math.Pow(2, seed % 12 / 12d);
        for (var partial = 0; partial < Chord.Length; partial++)
        {
            for (var channel = 0; channel < channels; channel++)
                Add(mix, channel, channels, root * Chord[partial], 1d / (partial + 1), seed >> (8 * partial));
        }

        var rms = Math.Sqrt(mix.Sum(sample => sample * sample) / mix.Length);
        var gain = Level / rms * short.MaxValue;
        return Array.ConvertAll(mix, sample => (short)Math.Clamp(sample * gain, short.MinValue, short.MaxValue));
    }

    // A partial that swells and fades twice in the loop; the phases of the channels differ, which makes it wide.
    private static void Add(double[] mix, int channel, int channels, double hertz, double strength, ulong variety)
    {
        var frames = mix.Length / channels;
        var turn = Math.Tau / frames;
        var (tone, swell) = (turn * Math.Round(hertz * Seconds), turn * (1 + variety % 3));
        var phase = (variety % 64 / 64d + channel * 0.13) * Math.Tau;
        for (var frame = 0; frame < frames; frame++)
            mix[frame * channels + channel] += strength * (0.7 + 0.3 * Math.Sin(swell * frame + phase)) * Math.Sin(tone * frame + phase);
    }
}
