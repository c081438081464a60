namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>A struck or plucked body: partials that each ring and die away on their own.</summary>
/// <param name="Ratios">Frequencies of the partials over the note's.</param>
/// <param name="Levels">Their strengths when struck at full force.</param>
/// <param name="Ring">Seconds until the lowest partial has fallen by 60 dB at middle C; 0 sounds until let go.</param>
internal sealed record ModalPatch(IReadOnlyList<float> Ratios, IReadOnlyList<float> Levels, float Ring) : Patch
{
    /// <summary>How much sooner each higher partial dies.</summary>
    public float Damping { get; init; } = 0.35f;

    /// <summary>Ring halves this many times per octave upwards.</summary>
    public float RingPerOctave { get; init; } = 0.7f;

    public float Attack { get; init; } = 0.002f;

    public float Release { get; init; } = 0.25f;

    /// <summary>Cents between the left and the right string of each pair.</summary>
    public float Spread { get; init; } = 2f;

    /// <summary>The knock of hammer or finger.</summary>
    public float Knock { get; init; }

    public float Tremolo { get; init; }

    public float Inharmonicity { get; init; }

    /// <summary>How much a soft stroke dulls the sound.</summary>
    public float Softness { get; init; } = 0.5f;

    public float Level { get; init; } = 1f;

    public override Voice Play(int pitch, int velocity, int heldFrames, float brightness, uint variation) =>
        new ModalVoice(this, pitch, velocity, heldFrames, brightness, variation);

    /// <summary>A string: harmonics falling off by a power, with gaps where it is plucked or struck.</summary>
    public static ModalPatch String(int count, float falloff, float pluckedAt, float ring)
    {
        var numbers = Enumerable.Range(1, count).ToArray();
        return new ModalPatch(
            [.. numbers.Select(n => (float)n)],
            [.. numbers.Select(n => MathF.Abs(MathF.Sin(MathF.PI * n * pluckedAt)) / MathF.Pow(n, falloff))],
            ring);
    }
}
