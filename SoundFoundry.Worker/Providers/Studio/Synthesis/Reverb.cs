using System.Runtime.Intrinsics;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Eight delay lines that feed each other through a Hadamard matrix, all eight in one vector.</summary>
internal sealed class Reverb
{
    private const int Lines = 8;
    private const int Size = 8192;
    private const int Mask = Size - 1;
    private static readonly int[] Delays = [1327, 1693, 2083, 2459, 2861, 3253, 3739, 4201];

    // Interleaved: one frame of all lines is one vector, so that writing is a single store.
    private readonly float[] _lines = new float[Size * Lines];
    private readonly AllPass[] _diffusers = [new(241), new(397), new(557), new(743)];
    private readonly Vector256<float> _feedback;
    private readonly Vector256<float> _damping;
    private Vector256<float> _dull;
    private int _write;

    /// <param name="seconds">Until the tail has fallen by 60 dB.</param>
    /// <param name="damping">0 (bright) to 1 (dull).</param>
    public Reverb(float seconds, float damping)
    {
        Span<float> gains = stackalloc float[Lines];
        for (var i = 0; i < Lines; i++) gains[i] = MathF.Pow(0.001f, Delays[i] / (seconds * Audio.SampleRate)) * 0.35355339f;
        _feedback = Vector256.Create<float>(gains);
        _damping = Vector256.Create(1f - (0.8f * damping));
    }

    public void Process(StereoBlock input, StereoBlock output)
    {
        var (write, dull) = (_write, _dull);
        for (var i = 0; i < input.Left.Length; i++)
        {
            var left = _diffusers[1].Next(_diffusers[0].Next(input.Left[i]));
            var right = _diffusers[3].Next(_diffusers[2].Next(input.Right[i]));
            var taps = Taps(write);
            dull += _damping * (taps - dull);
            var mixed = Hadamard(dull) * _feedback;
            (mixed + Vector256.Create(left, right, left, right, left, right, left, right)).CopyTo(_lines, write * Lines);
            output.Left[i] = taps[0] + taps[2] - taps[4] + taps[6];
            output.Right[i] = taps[1] + taps[3] - taps[5] + taps[7];
            write = (write + 1) & Mask;
        }

        (_write, _dull) = (write, dull);
    }

    private Vector256<float> Taps(int write) => Vector256.Create(
        Tap(write, 0), Tap(write, 1), Tap(write, 2), Tap(write, 3), Tap(write, 4), Tap(write, 5), Tap(write, 6), Tap(write, 7));

    private float Tap(int write, int line) => _lines[(((write - Delays[line]) & Mask) * Lines) + line];

    private static Vector256<float> Hadamard(Vector256<float> v)
    {
        var signs1 = Vector256.Create(1f, -1f, 1f, -1f, 1f, -1f, 1f, -1f);
        var signs2 = Vector256.Create(1f, 1f, -1f, -1f, 1f, 1f, -1f, -1f);
        var signs4 = Vector256.Create(1f, 1f, 1f, 1f, -1f, -1f, -1f, -1f);
        v = Vector256.Shuffle(v, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6)) + (v * signs1);
        v = Vector256.Shuffle(v, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5)) + (v * signs2);
        return Vector256.Shuffle(v, Vector256.Create(4, 5, 6, 7, 0, 1, 2, 3)) + (v * signs4);
    }

    private sealed class AllPass(int delay)
    {
        private const float Gain = 0.62f;
        private readonly float[] _line = new float[delay];
        private int _at;

        public float Next(float input)
        {
            var delayed = _line[_at];
            var fed = input - (Gain * delayed);
            _line[_at] = fed;
            if (++_at == _line.Length) _at = 0;
            return delayed + (Gain * fed);
        }
    }
}
