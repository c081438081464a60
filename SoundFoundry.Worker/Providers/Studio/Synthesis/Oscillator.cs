using System.Numerics;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>A saw or pulse with polyBLEP corners, computed for a vector of successive frames at a time.</summary>
internal struct Oscillator(float phase, float ratio, float left, float right)
{
    private static readonly Vector<float> Ramp = MakeRamp();

    private double _phase = phase;

    public readonly float Ratio => ratio;

    public void Add(Waveform waveform, float increment, Span<float> leftOut, Span<float> rightOut)
    {
        var step = increment * ratio;
        var steps = Ramp * step;
        var width = Vector<float>.Count;
        for (var i = 0; i < leftOut.Length; i += width)
        {
            var phase = Wrap(new Vector<float>((float)_phase) + steps);
            var wave = waveform switch
            {
                Waveform.Saw => Saw(phase, step),
                Waveform.Pulse => 0.7f * (Saw(phase, step) - Saw(Wrap(phase + new Vector<float>(0.38f)), step)),
                _ => Triangle(phase),
            };
            (new Vector<float>(leftOut[i..]) + (wave * left)).CopyTo(leftOut[i..]);
            (new Vector<float>(rightOut[i..]) + (wave * right)).CopyTo(rightOut[i..]);
            _phase += (double)step * width;
            _phase -= Math.Floor(_phase);
        }
    }

    private static Vector<float> Wrap(Vector<float> phase) => phase - Vector.Floor(phase);

    private static Vector<float> Saw(Vector<float> phase, float step)
    {
        var one = Vector<float>.One;
        var edge = new Vector<float>(step);
        var ramp = (2f * phase) - one;
        if (!Vector.LessThanAny(phase, edge) && !Vector.GreaterThanAny(phase, one - edge)) return ramp;

        var after = phase * (1f / step);
        var before = (phase - one) * (1f / step);
        var correctionAfter = (after + after) - (after * after) - one;
        var correctionBefore = (before * before) + before + before + one;
        var correction = Vector.ConditionalSelect(
            Vector.LessThan(phase, edge),
            correctionAfter,
            Vector.ConditionalSelect(Vector.GreaterThan(phase, one - edge), correctionBefore, Vector<float>.Zero));
        return ramp - correction;
    }

    /// <summary>Harmonics fall by 12 dB an octave by themselves; in the registers we use, nothing audible folds back.</summary>
    private static Vector<float> Triangle(Vector<float> phase) =>
        (4f * Vector.Abs(phase - new Vector<float>(0.5f))) - Vector<float>.One;

    private static Vector<float> MakeRamp()
    {
        Span<float> lanes = stackalloc float[Vector<float>.Count];
        for (var i = 0; i < lanes.Length; i++) lanes[i] = i;
        return new Vector<float>(lanes);
    }
}
