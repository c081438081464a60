using System.Numerics;
using SoundFoundry.Worker.Providers.Studio.Synthesis;

namespace SoundFoundry.Worker.Providers.Studio.Mastering;

/// <summary>Finds peaks between the samples of one channel by fourfold interpolation.</summary>
internal sealed class TruePeak
{
    private const int Taps = 12;
    private static readonly float[][] Phases = [MakePhase(0.25), MakePhase(0.5), MakePhase(0.75)];

    // The frames before the block, so that the interpolation runs across its edge.
    private readonly float[] _window = new float[Taps + Audio.BlockFrames];

    /// <summary>Raises each of <paramref name="peaks"/> to the highest level within its run of frames.</summary>
    /// <remarks>The interpolation looks back over half its taps, so a peak may be booked up to six frames late.</remarks>
    public void Measure(ReadOnlySpan<float> block, Span<float> peaks)
    {
        _window.AsSpan(Audio.BlockFrames, Taps).CopyTo(_window);
        block.CopyTo(_window.AsSpan(Taps));
        var run = block.Length / peaks.Length;
        for (var i = 0; i < peaks.Length; i++) peaks[i] = MathF.Max(peaks[i], Highest(i * run, run));
    }

    private float Highest(int start, int length)
    {
        var highest = Vector<float>.Zero;
        for (var at = start; at < start + length; at += Vector<float>.Count)
        {
            highest = Vector.Max(highest, Vector.Abs(new Vector<float>(_window, at + Taps)));
            foreach (var phase in Phases)
            {
                var sum = Vector<float>.Zero;
                for (var tap = 0; tap < Taps; tap++) sum += phase[tap] * new Vector<float>(_window, at + tap + 1);
                highest = Vector.Max(highest, Vector.Abs(sum));
            }
        }

        var peak = 0f;
        for (var lane = 0; lane < Vector<float>.Count; lane++) peak = MathF.Max(peak, highest[lane]);
        return peak;
    }

    private static float[] MakePhase(double fraction)
    {
        var taps = new float[Taps];
        for (var i = 0; i < Taps; i++)
        {
            var distance = i - ((Taps / 2) - 1) - fraction;
            var window = 0.5 + (0.5 * Math.Cos(Math.PI * distance / (Taps / 2.0)));
            taps[i] = (float)(window * Math.Sin(Math.PI * distance) / (Math.PI * distance));
        }

        return taps;
    }
}
