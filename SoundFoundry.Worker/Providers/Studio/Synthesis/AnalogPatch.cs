namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Oscillators through a low-pass filter: pads, strings, winds, leads and basses. Times in seconds.</summary>
internal sealed record AnalogPatch(Waveform Waveform, int Voices, float DetuneCents) : Patch
{
    public float Attack { get; init; } = 0.01f;

    public float Decay { get; init; } = 0.3f;

    public float Sustain { get; init; } = 0.8f;

    public float Release { get; init; } = 0.2f;

    /// <summary>Cutoff in hertz at middle C; follows the keyboard half way.</summary>
    public float Cutoff { get; init; } = 1800f;

    public float Resonance { get; init; } = 0.7f;

    /// <summary>Octaves that the filter opens with each stroke, closing again over <see cref="FilterDecay"/>.</summary>
    public float Sweep { get; init; }

    public float FilterDecay { get; init; } = 0.3f;

    public float VibratoCents { get; init; }

    public float VibratoHertz { get; init; } = 5.2f;

    /// <summary>Breath or bow noise.</summary>
    public float Breath { get; init; }

    /// <summary>A sine at the pitch itself: weight for a bass.</summary>
    public float Sub { get; init; }

    public float Width { get; init; } = 0.7f;

    public float Level { get; init; } = 1f;

    public override Voice Play(int pitch, int velocity, int heldFrames, float brightness, uint variation) =>
        new AnalogVoice(this, pitch, velocity, heldFrames, brightness, variation);
}
