namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Simper's trapezoidal state-variable filter: stays stable and in tune while its cutoff moves.</summary>
internal struct StateVariableFilter
{
    private float _a1;
    private float _a2;
    private float _a3;
    private float _damping;
    private float _state1;
    private float _state2;

    public void Tune(float hertz, float resonance)
    {
        var g = MathF.Tan(MathF.PI * Math.Clamp(hertz, 16f, 0.45f * Audio.SampleRate) / Audio.SampleRate);
        _damping = 1f / resonance;
        _a1 = 1f / (1f + (g * (g + _damping)));
        _a2 = g * _a1;
        _a3 = g * _a2;
    }

    public float Low(float input)
    {
        Advance(input, out var low);
        return low;
    }

    public float Band(float input) => _damping * Advance(input, out _);

    public float High(float input)
    {
        var band = Advance(input, out var low);
        return input - (_damping * band) - low;
    }

    private float Advance(float input, out float low)
    {
        var v3 = input - _state2;
        var band = (_a1 * _state1) + (_a2 * v3);
        low = _state2 + (_a2 * _state1) + (_a3 * v3);
        _state1 = (2f * band) - _state1;
        _state2 = (2f * low) - _state2;
        return band;
    }
}
