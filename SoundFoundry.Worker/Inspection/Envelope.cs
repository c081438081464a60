using System.Numerics;

namespace SoundFoundry.Worker.Inspection;

/// <summary>The loudest sample of each short slice of time, over all channels; from it come waveform peaks and silences.</summary>
internal sealed class Envelope
{
    /// <summary>-60 dBFS.</summary>
    public const float Silence = 0.001f;

    public const int SliceFrames = 64;

    private const int PeakCount = 2_000;
    private readonly List<float> _slices = [];

    /// <param name="planes">One span of samples per channel; each call but the last adds whole slices.</param>
    public void Add(float[][] planes, int offset, int frames)
    {
        for (var start = 0; start < frames; start += SliceFrames)
        {
            var length = Math.Min(SliceFrames, frames - start);
            var loudest = 0f;
            foreach (var plane in planes) loudest = Math.Max(loudest, Loudest(plane.AsSpan(offset + start, length)));
            _slices.Add(loudest);
        }
    }

    public float[] Peaks()
    {
        var peaks = new float[Math.Min(PeakCount, _slices.Count)];
        for (var i = 0; i < _slices.Count; i++)
        {
            ref var peak = ref peaks[(long)i * peaks.Length / _slices.Count];
            peak = Math.Max(peak, Math.Min(_slices[i], 1));
        }

        return peaks;
    }

    public double LongestSilenceSeconds(int sampleRate)
    {
        int longest = 0, current = 0;
        foreach (var slice in _slices)
        {
            current = slice < Silence ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return (double)longest * SliceFrames / sampleRate;
    }

    private static float Loudest(ReadOnlySpan<float> samples)
    {
        var loudest = Vector<float>.Zero;
        var i = 0;
        for (; i <= samples.Length - Vector<float>.Count; i += Vector<float>.Count)
            loudest = Vector.Max(loudest, Vector.Abs(new Vector<float>(samples[i..])));
        var most = 0f;
        for (var lane = 0; lane < Vector<float>.Count; lane++) most = Math.Max(most, loudest[lane]);
        for (; i < samples.Length; i++) most = Math.Max(most, Math.Abs(samples[i]));
        return most;
    }
}
