using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Bars, tines, bells and pans: partials that are no harmonics.</summary>
internal static class MalletPatches
{
    private static readonly ModalPatch Kalimba = new([1f, 2.02f, 5.4f, 9.1f], [0.7f, 0.06f, 0.14f, 0.05f], 2.2f)
    {
        Damping = 1.6f, Knock = 0.08f, Release = 0.9f, Level = 0.75f,
    };

    private static readonly ModalPatch Marimba = new([1f, 3.93f, 9.2f], [0.8f, 0.2f, 0.06f], 1.5f)
    {
        Damping = 2.2f, Knock = 0.06f, Release = 0.6f, RingPerOctave = 0.9f, Level = 0.8f,
    };

    private static readonly ModalPatch Vibraphone = new([1f, 3.99f, 10f], [0.7f, 0.16f, 0.03f], 6.5f)
    {
        Damping = 0.9f, Knock = 0.02f, Tremolo = 0.25f, Release = 0.7f, Spread = 1f, Level = 0.65f,
    };

    private static readonly ModalPatch Bells = new([0.5f, 1f, 1.19f, 1.5f, 2f, 2.52f, 3.01f, 4.1f], [0.12f, 0.5f, 0.1f, 0.07f, 0.3f, 0.1f, 0.1f, 0.06f], 6f)
    {
        Damping = 0.4f, Release = 2.5f, Spread = 2.5f, Softness = 0.8f, Level = 0.5f,
    };

    private static readonly ModalPatch MusicBox = new([1f, 2f, 3.01f, 6.2f, 9.5f], [0.6f, 0.14f, 0.1f, 0.07f, 0.03f], 3.4f)
    {
        Damping = 1.1f, Knock = 0.02f, Release = 1.5f, Spread = 1.5f, Level = 0.6f,
    };

    private static readonly ModalPatch SteelDrum = new([1f, 2.01f, 3.02f, 4.1f, 5.2f], [0.5f, 0.4f, 0.18f, 0.1f, 0.06f], 1.8f)
    {
        Damping = 0.5f, Knock = 0.03f, Release = 0.7f, Spread = 6f, Level = 0.6f,
    };

    public static Patch Of(Instrument instrument) => instrument switch
    {
        Instrument.Marimba => Marimba,
        Instrument.Vibraphone => Vibraphone,
        Instrument.Bells => Bells,
        Instrument.MusicBox => MusicBox,
        Instrument.SteelDrum => SteelDrum,
        _ => Kalimba,
    };
}
