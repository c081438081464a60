using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

internal static class BassPatches
{
    private static readonly AnalogPatch Sub = new(Waveform.Triangle, 1, 0f)
    {
        Attack = 0.012f, Decay = 1.2f, Sustain = 0.7f, Release = 0.25f, Cutoff = 420f, Sub = 0.8f, Level = 0.7f, Width = 0f,
    };

    private static readonly AnalogPatch Synth = new(Waveform.Saw, 2, 7f)
    {
        Attack = 0.004f, Decay = 0.25f, Sustain = 0.55f, Release = 0.07f, Cutoff = 520f, Resonance = 1.1f, Sweep = 2f, FilterDecay = 0.18f,
        Sub = 0.5f, Level = 0.62f, Width = 0.2f,
    };

    private static readonly AnalogPatch Acid = new(Waveform.Saw, 1, 0f)
    {
        Attack = 0.003f, Decay = 0.2f, Sustain = 0.4f, Release = 0.05f, Cutoff = 420f, Resonance = 4.5f, Sweep = 2.7f, FilterDecay = 0.16f,
        Sub = 0.35f, Level = 0.5f, Width = 0f,
    };

    private static readonly ModalPatch Upright = ModalPatch.String(10, 1.5f, 0.28f, 3.2f) with
    {
        Damping = 0.55f, RingPerOctave = 0.4f, Knock = 0.10f, Release = 0.12f, Spread = 0.8f, Level = 0.8f,
    };

    private static readonly ModalPatch Electric = ModalPatch.String(14, 1.2f, 0.17f, 5f) with
    {
        Damping = 0.5f, RingPerOctave = 0.4f, Knock = 0.08f, Release = 0.07f, Spread = 0.5f, Level = 0.7f,
    };

    public static Patch Of(Instrument instrument) => instrument switch
    {
        Instrument.SubBass => Sub,
        Instrument.SynthBass => Synth,
        Instrument.AcidBass => Acid,
        Instrument.UprightBass => Upright,
        _ => Electric,
    };
}
