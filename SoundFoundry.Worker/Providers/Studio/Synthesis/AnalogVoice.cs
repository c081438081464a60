namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

internal sealed class AnalogVoice : Voice
{
    private const int Step = 32;
    private const float Silence = 3e-4f;

    private readonly AnalogPatch _patch;
    private readonly Oscillator[] _oscillators;
    private readonly float _increment;
    private readonly float _cutoff;
    private readonly float _sweep;
    private readonly float _level;
    private readonly float _held;
    private readonly float _vibratoPhase;
    private Envelope _envelope;
    private StateVariableFilter _left;
    private StateVariableFilter _right;
    private Noise _noise;
    private double _subPhase;
    private float _amplitude;
    private int _frame;

    public AnalogVoice(AnalogPatch patch, int pitch, int velocity, int heldFrames, float brightness, uint variation)
    {
        _patch = patch;
        _noise = new Noise(variation);
        _vibratoPhase = _noise.Next();
        var force = velocity / 127f;
        _held = heldFrames / (float)Audio.SampleRate;
        _envelope = new Envelope(patch.Attack, patch.Decay, patch.Sustain, patch.Release, _held);
        _increment = Audio.Hertz(pitch) / Audio.SampleRate;
        _level = patch.Level * force / MathF.Sqrt(patch.Voices);
        _cutoff = patch.Cutoff * MathF.Pow(2f, ((pitch - 60) / 24f) + brightness + (1.4f * (force - 0.7f)));
        _sweep = patch.Sweep * (0.6f + (0.6f * force));
        _oscillators = new Oscillator[patch.Voices];
        for (var i = 0; i < patch.Voices; i++) _oscillators[i] = Unison(i);
    }

    public override bool Render(Span<float> left, Span<float> right)
    {
        Span<float> waveLeft = stackalloc float[Step];
        Span<float> waveRight = stackalloc float[Step];
        for (var at = 0; at < left.Length; at += Step)
        {
            var length = Math.Min(Step, left.Length - at);
            Oscillate(waveLeft[..length], waveRight[..length]);
            Shape(waveLeft[..length], waveRight[..length], left.Slice(at, length), right.Slice(at, length));
            _frame += length;
        }

        return _amplitude > Silence || _frame < _held * Audio.SampleRate;
    }

    private void Oscillate(Span<float> left, Span<float> right)
    {
        left.Clear();
        right.Clear();
        var time = _frame / (float)Audio.SampleRate;
        var increment = _increment;
        if (_patch.VibratoCents > 0f)
        {
            var depth = _patch.VibratoCents * Math.Clamp((time - 0.15f) * 2.5f, 0f, 1f);
            increment *= MathF.Pow(2f, depth / 1200f * MathF.Sin(2f * MathF.PI * ((_patch.VibratoHertz * time) + _vibratoPhase)));
        }

        for (var i = 0; i < _oscillators.Length; i++) _oscillators[i].Add(_patch.Waveform, increment, left, right);
        if (_patch.Breath > 0f) Breathe(left, right);
        if (_patch.Sub > 0f) Deepen(left, right);
    }

    private void Breathe(Span<float> left, Span<float> right)
    {
        var (noise, level) = (_noise, _patch.Breath);
        for (var i = 0; i < left.Length; i++)
        {
            left[i] += level * noise.Next();
            right[i] += level * noise.Next();
        }

        _noise = noise;
    }

    private void Deepen(Span<float> left, Span<float> right)
    {
        var (sine, cosine) = MathF.SinCos((float)(2.0 * Math.PI * _subPhase));
        var (turnSine, turnCosine) = MathF.SinCos(2f * MathF.PI * _increment);
        for (var i = 0; i < left.Length; i++)
        {
            left[i] += _patch.Sub * sine;
            right[i] += _patch.Sub * sine;
            (sine, cosine) = ((sine * turnCosine) + (cosine * turnSine), (cosine * turnCosine) - (sine * turnSine));
        }

        _subPhase = (_subPhase + ((double)_increment * left.Length)) % 1.0;
    }

    private void Shape(Span<float> waveLeft, Span<float> waveRight, Span<float> left, Span<float> right)
    {
        var time = _frame / (float)Audio.SampleRate;
        var cutoff = _cutoff * MathF.Pow(2f, _sweep * MathF.Exp(-3f * time / _patch.FilterDecay));
        _left.Tune(cutoff, _patch.Resonance);
        _right.Tune(cutoff, _patch.Resonance);
        var target = _level * _envelope.At(time + (left.Length / (float)Audio.SampleRate));
        var slope = (target - _amplitude) / left.Length;
        // Copies, so that the filters' state stays in registers for the length of the loop.
        var (filterLeft, filterRight, amplitude) = (_left, _right, _amplitude);
        for (var i = 0; i < left.Length; i++)
        {
            amplitude += slope;
            left[i] += amplitude * filterLeft.Low(waveLeft[i]);
            right[i] += amplitude * filterRight.Low(waveRight[i]);
        }

        (_left, _right, _amplitude) = (filterLeft, filterRight, target);
    }

    /// <summary>One of the detuned voices, spread from left to right.</summary>
    private Oscillator Unison(int index)
    {
        var place = _patch.Voices == 1 ? 0f : (2f * index / (_patch.Voices - 1)) - 1f;
        var ratio = MathF.Pow(2f, _patch.DetuneCents * place / 1200f);
        var pan = place * _patch.Width;
        return new Oscillator(0.5f + (0.5f * _noise.Next()), ratio, MathF.Sqrt(0.5f * (1f - pan)), MathF.Sqrt(0.5f * (1f + pan)));
    }
}
