using System.Numerics;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>
/// Each partial is a decaying complex rotation, kept for a whole vector of successive frames at once:
/// one multiplication moves all of them on, so a partial costs well under a nanosecond a frame.
/// </summary>
internal sealed class ModalVoice : Voice
{
    private const float Silence = 1.5e-4f;
    private static readonly int Width = Vector<float>.Count;

    private readonly ModalPatch _patch;
    private readonly int _held;
    private readonly int _count;
    private readonly Vector<float>[] _real;
    private readonly Vector<float>[] _imaginary;
    private readonly float[] _turnReal;
    private readonly float[] _turnImaginary;
    private readonly bool[] _isRight;
    private readonly float _release;
    private Noise _noise;
    private float _knock;
    private float _knockState;
    private float _gain = 1f;
    private int _frame;

    public ModalVoice(ModalPatch patch, int pitch, int velocity, int heldFrames, float brightness, uint variation)
    {
        _patch = patch;
        _held = heldFrames;
        _noise = new Noise(variation);
        var force = velocity / 127f;
        _knock = patch.Knock * force * force * patch.Level;
        _release = MathF.Pow(0.001f, Width / (patch.Release * Audio.SampleRate));
        _real = new Vector<float>[2 * patch.Ratios.Count];
        _imaginary = new Vector<float>[_real.Length];
        _turnReal = new float[_real.Length];
        _turnImaginary = new float[_real.Length];
        _isRight = new bool[_real.Length];

        var octaves = (pitch - 60) / 12f;
        var ring = patch.Ring * MathF.Pow(2f, -patch.RingPerOctave * octaves);
        var tilt = (patch.Softness * (1f - force)) - (0.25f * brightness);
        for (var i = 0; i < patch.Ratios.Count; i++)
        {
            var ratio = patch.Ratios[i];
            var stretch = MathF.Sqrt(1f + (patch.Inharmonicity * ratio * ratio));
            var level = patch.Level * force * patch.Levels[i] * MathF.Exp(-tilt * i * 0.6f);
            var hertz = Audio.Hertz(pitch) * ratio * stretch;
            if (hertz > 17_000f || level < 1e-4f) continue;
            var decay = patch.Ring == 0f ? 0f : 6.91f * (1f + (patch.Damping * i)) / ring;
            var detune = MathF.Pow(2f, patch.Spread / 2400f);
            Start(_count++, hertz / detune, level, decay, i, false);
            Start(_count++, hertz * detune, level, decay, i, true);
        }
    }

    public override bool Render(Span<float> left, Span<float> right)
    {
        var loudest = 0f;
        for (var at = 0; at < left.Length; at += Width)
        {
            var sumLeft = Vector<float>.Zero;
            var sumRight = Vector<float>.Zero;
            for (var i = 0; i < _count; i++)
            {
                var re = _real[i];
                var im = _imaginary[i];
                if (_isRight[i]) sumRight += im;
                else sumLeft += im;
                _real[i] = (re * _turnReal[i]) - (im * _turnImaginary[i]);
                _imaginary[i] = (re * _turnImaginary[i]) + (im * _turnReal[i]);
            }

            if (_frame + at >= _held) _gain *= _release;
            Mix(left.Slice(at, Width), sumLeft, _frame + at, -1f);
            Mix(right.Slice(at, Width), sumRight, _frame + at, 1f);
        }

        if (_knock > 1e-4f) Strike(left, right);
        for (var i = 0; i < _count; i++) loudest = MathF.Max(loudest, MathF.Abs(_real[i][0]) + MathF.Abs(_imaginary[i][0]));
        _frame += left.Length;
        return loudest * _gain > Silence;
    }

    private void Mix(Span<float> target, Vector<float> sum, int frame, float side)
    {
        var gain = _gain;
        var attack = _patch.Attack * Audio.SampleRate;
        if (frame < attack) gain *= frame / attack;
        if (_patch.Tremolo > 0f)
            gain *= 1f + (side * _patch.Tremolo * MathF.Sin(2f * MathF.PI * 4.6f * frame / Audio.SampleRate));
        (new Vector<float>(target) + (sum * gain)).CopyTo(target);
    }

    private void Strike(Span<float> left, Span<float> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            _knockState += 0.25f * (_noise.Next() - _knockState);
            left[i] += _knockState * _knock;
            right[i] += _knockState * _knock;
            _knock *= 0.9965f;
        }
    }

    private void Start(int slot, float hertz, float level, float decay, int partial, bool isRight)
    {
        var angle = 2f * MathF.PI * hertz / Audio.SampleRate;
        var shrink = MathF.Exp(-decay / Audio.SampleRate);
        // Partials that start at different phases add up to a smaller peak and sound less like an organ pipe.
        var phase = 0.7f * partial * partial;
        Span<float> re = stackalloc float[Width];
        Span<float> im = stackalloc float[Width];
        for (var lane = 0; lane < Width; lane++)
        {
            var size = level * MathF.Pow(shrink, lane);
            (im[lane], re[lane]) = MathF.SinCos(phase + (angle * lane));
            re[lane] *= size;
            im[lane] *= size;
        }

        var turn = MathF.Pow(shrink, Width);
        var (sine, cosine) = MathF.SinCos(angle * Width);
        _real[slot] = new Vector<float>(re);
        _imaginary[slot] = new Vector<float>(im);
        _turnReal[slot] = cosine * turn;
        _turnImaginary[slot] = sine * turn;
        _isRight[slot] = isRight;
    }
}
