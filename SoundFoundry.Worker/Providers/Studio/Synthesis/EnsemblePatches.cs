using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Many players as one: slow, wide and sustained.</summary>
internal static class EnsemblePatches
{
    private static readonly AnalogPatch WarmPad = new(Waveform.Saw, 3, 9f)
    {
        Attack = 0.9f, Decay = 2f, Sustain = 0.85f, Release = 1.8f, Cutoff = 900f, Sweep = 0.5f, FilterDecay = 2.5f, Width = 0.85f, Level = 0.34f,
    };

    private static readonly AnalogPatch GlassPad = new(Waveform.Triangle, 3, 12f)
    {
        Attack = 0.6f, Decay = 2f, Sustain = 0.8f, Release = 2.2f, Cutoff = 3600f, Breath = 0.02f, Width = 0.9f, Level = 0.34f,
    };

    private static readonly AnalogPatch Strings = new(Waveform.Saw, 3, 13f)
    {
        Attack = 0.28f, Decay = 1f, Sustain = 0.9f, Release = 0.7f, Cutoff = 1900f, VibratoCents = 7f, Breath = 0.01f, Width = 0.8f, Level = 0.3f,
    };

    private static readonly AnalogPatch Choir = new(Waveform.Saw, 3, 11f)
    {
        Attack = 0.22f, Decay = 1f, Sustain = 0.9f, Release = 0.5f, Cutoff = 3200f, VibratoCents = 14f, VibratoHertz = 5.4f, Breath = 0.05f,
        Width = 0.8f, Level = 0.4f,
    };

    private static readonly AnalogPatch Brass = new(Waveform.Saw, 2, 8f)
    {
        Attack = 0.05f, Decay = 0.5f, Sustain = 0.8f, Release = 0.16f, Cutoff = 1300f, Sweep = 1.1f, FilterDecay = 0.35f, VibratoCents = 4f,
        Width = 0.6f, Level = 0.38f,
    };

    private static readonly AnalogPatch Accordion = new(Waveform.Pulse, 3, 11f)
    {
        Attack = 0.04f, Decay = 0.5f, Sustain = 0.9f, Release = 0.1f, Cutoff = 2300f, Width = 0.5f, Level = 0.3f,
    };

    public static Patch Of(Instrument instrument) => instrument switch
    {
        Instrument.GlassPad => GlassPad,
        Instrument.Strings => Strings,
        Instrument.Choir => Choir,
        Instrument.Brass => Brass,
        Instrument.Accordion => Accordion,
        _ => WarmPad,
    };
}
