namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Attack, decay, sustain, release, asked for in rising time; seconds.</summary>
internal struct Envelope(float attack, float decay, float sustain, float release, float held)
{
    private float _atRelease = -1f;

    public float At(float time)
    {
        if (time < held) return Pressed(time);
        if (_atRelease < 0f) _atRelease = Pressed(held);
        return _atRelease * MathF.Exp(-5f * (time - held) / release);
    }

    private readonly float Pressed(float time)
    {
        if (time < attack)
        {
            // The curve of a swelling bow: slow to begin, then quick, then settling.
            var part = time / attack;
            return part * part * (3f - (2f * part));
        }

        return sustain + ((1f - sustain) * MathF.Exp(-3f * (time - attack) / decay));
    }
}
