using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>One player in front: leads, winds and bowed strings.</summary>
internal static class SoloPatches
{
    private static readonly AnalogPatch SoftLead = new(Waveform.Triangle, 2, 5f)
    {
        Attack = 0.03f, Decay = 0.6f, Sustain = 0.75f, Release = 0.35f, Cutoff = 2400f, VibratoCents = 10f, Width = 0.3f, Level = 0.6f,
    };

    private static readonly AnalogPatch Flute = new(Waveform.Triangle, 1, 0f)
    {
        Attack = 0.07f, Decay = 0.4f, Sustain = 0.85f, Release = 0.18f, Cutoff = 1500f, VibratoCents = 16f, VibratoHertz = 4.9f, Breath = 0.10f,
        Width = 0f, Level = 0.7f,
    };

    private static readonly AnalogPatch Clarinet = new(Waveform.Pulse, 1, 0f)
    {
        Attack = 0.05f, Decay = 0.4f, Sustain = 0.85f, Release = 0.12f, Cutoff = 1100f, VibratoCents = 6f, Breath = 0.02f, Width = 0f, Level = 0.62f,
    };

    private static readonly AnalogPatch Saxophone = new(Waveform.Saw, 1, 0f)
    {
        Attack = 0.04f, Decay = 0.4f, Sustain = 0.8f, Release = 0.12f, Cutoff = 1250f, Resonance = 1.6f, Sweep = 0.7f, FilterDecay = 0.2f,
        VibratoCents = 14f, Breath = 0.06f, Width = 0f, Level = 0.5f,
    };

    private static readonly AnalogPatch Trumpet = new(Waveform.Saw, 1, 0f)
    {
        Attack = 0.03f, Decay = 0.3f, Sustain = 0.8f, Release = 0.1f, Cutoff = 1900f, Resonance = 1.1f, Sweep = 1.1f, FilterDecay = 0.22f,
        VibratoCents = 9f, Breath = 0.02f, Width = 0f, Level = 0.46f,
    };

    private static readonly AnalogPatch Violin = new(Waveform.Saw, 1, 0f)
    {
        Attack = 0.09f, Decay = 0.6f, Sustain = 0.9f, Release = 0.22f, Cutoff = 2300f, Resonance = 1.2f, VibratoCents = 18f, VibratoHertz = 5.6f,
        Breath = 0.02f, Width = 0f, Level = 0.45f,
    };

    private static readonly AnalogPatch Cello = Violin with { Cutoff = 1500f, Attack = 0.1f, VibratoCents = 13f, Level = 0.5f };

    private static readonly AnalogPatch SawLead = new(Waveform.Saw, 4, 14f)
    {
        Attack = 0.008f, Decay = 0.4f, Sustain = 0.7f, Release = 0.2f, Cutoff = 2900f, Sweep = 0.8f, VibratoCents = 6f, Width = 0.7f, Level = 0.4f,
    };

    private static readonly AnalogPatch ChipLead = new(Waveform.Pulse, 1, 0f)
    {
        Attack = 0.002f, Decay = 0.25f, Sustain = 0.55f, Release = 0.04f, Cutoff = 9000f, VibratoCents = 8f, Width = 0f, Level = 0.42f,
    };

    private static readonly AnalogPatch SynthPluck = new(Waveform.Saw, 2, 9f)
    {
        Attack = 0.003f, Decay = 0.22f, Sustain = 0.12f, Release = 0.22f, Cutoff = 900f, Resonance = 1.2f, Sweep = 2.4f, FilterDecay = 0.16f,
        Width = 0.7f, Level = 0.55f,
    };

    private static readonly AnalogPatch DistortedGuitar = new(Waveform.Saw, 2, 8f)
    {
        Attack = 0.004f, Decay = 0.9f, Sustain = 0.6f, Release = 0.08f, Cutoff = 2800f, Width = 0.9f, Level = 0.5f,
    };

    public static Patch Of(Instrument instrument) => instrument switch
    {
        Instrument.SawLead => SawLead,
        Instrument.ChipLead => ChipLead,
        Instrument.SynthPluck => SynthPluck,
        Instrument.DistortedGuitar => DistortedGuitar,
        Instrument.Flute => Flute,
        Instrument.Clarinet => Clarinet,
        Instrument.Saxophone => Saxophone,
        Instrument.Trumpet => Trumpet,
        Instrument.Violin => Violin,
        Instrument.Cello => Cello,
        _ => SoftLead,
    };
}
