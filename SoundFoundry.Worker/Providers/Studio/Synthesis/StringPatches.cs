using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

internal static class StringPatches
{
    private static readonly ModalPatch Piano = ModalPatch.String(14, 1.15f, 1f / 7.3f, 9f) with
    {
        Inharmonicity = 0.00035f, Damping = 0.22f, RingPerOctave = 0.9f, Knock = 0.10f, Softness = 0.9f, Spread = 1.6f, Release = 0.22f, Level = 0.5f,
    };

    private static readonly ModalPatch ElectricPiano = new([1f, 2f, 3f, 4.02f, 7.1f], [0.6f, 0.22f, 0.05f, 0.06f, 0.05f], 6f)
    {
        Damping = 0.9f, Knock = 0.03f, Softness = 1.4f, Spread = 3f, Tremolo = 0.22f, Release = 0.3f, Level = 0.62f,
    };

    private static readonly ModalPatch Organ = new([0.5f, 1f, 1.5f, 2f, 3f, 4f, 6f], [0.35f, 0.45f, 0.2f, 0.28f, 0.14f, 0.1f, 0.05f], 0f)
    {
        Attack = 0.012f, Release = 0.12f, Spread = 5f, Tremolo = 0.10f, Softness = 0.2f, Knock = 0.02f, Level = 0.34f,
    };

    private static readonly ModalPatch Guitar = ModalPatch.String(12, 1.35f, 0.21f, 4.2f) with
    {
        Damping = 0.4f, Knock = 0.07f, Softness = 0.8f, Spread = 1.5f, Release = 0.3f, Level = 0.55f,
    };

    private static readonly ModalPatch Banjo = ModalPatch.String(14, 0.9f, 0.11f, 1.3f) with { Damping = 0.25f, Knock = 0.16f, Level = 0.42f };

    private static readonly ModalPatch Sitar = ModalPatch.String(16, 0.75f, 0.13f, 4f) with
    {
        Damping = 0.12f, Spread = 7f, Knock = 0.05f, Release = 0.8f, Level = 0.3f,
    };

    private static readonly ModalPatch Harp = ModalPatch.String(9, 1.6f, 0.4f, 3.6f) with
    {
        Damping = 0.5f, Knock = 0.03f, Release = 1.2f, Spread = 2f, Level = 0.6f,
    };

    private static readonly ModalPatch Harpsichord = ModalPatch.String(18, 0.7f, 0.13f, 4f) with
    {
        Damping = 0.2f, Knock = 0.10f, Softness = 0.1f, Spread = 2f, Release = 0.08f, Level = 0.26f,
    };

    public static Patch Of(Instrument instrument) => instrument switch
    {
        Instrument.Piano => Piano,
        Instrument.ElectricPiano => ElectricPiano,
        Instrument.Organ => Organ,
        Instrument.Banjo => Banjo,
        Instrument.Sitar => Sitar,
        Instrument.Harp => Harp,
        Instrument.Harpsichord => Harpsichord,
        _ => Guitar,
    };
}
