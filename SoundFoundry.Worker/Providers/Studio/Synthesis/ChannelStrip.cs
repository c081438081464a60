using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>Where a part sits in the mix.</summary>
/// <param name="Pan">-1 (left) to 1 (right).</param>
/// <param name="Drive">Overdrive; 0 for none.</param>
/// <param name="Pump">How deep the kick ducks it, 0 to 1.</param>
internal sealed record ChannelStrip(float Gain, float Pan, float Reverb, float Echo, bool HasChorus, float Drive, float Pump)
{
    public static ChannelStrip For(Part part, Style style)
    {
        var wet = style.Space / 100f;
        return new ChannelStrip(
            Audio.Gain(Decibels(part.Role)),
            PanOf(part.Role),
            wet * ReverbOf(part.Role),
            part.Role is Role.Lead or Role.Arpeggio ? 0.10f + (0.22f * wet) : 0f,
            part.Instrument is Instrument.WarmPad or Instrument.Strings or Instrument.ElectricPiano or Instrument.Choir or Instrument.Organ,
            part.Instrument switch { Instrument.DistortedGuitar => 7f, Instrument.AcidBass => 1.6f, _ => 0f },
            style.Pump && part.Role is Role.Pad or Role.Comp or Role.Arpeggio or Role.Bass && style.Pump ? 0.35f + (style.Energy / 250f) : 0f);
    }

    private static float Decibels(Role role) => role switch
    {
        Role.Pad => -8f,
        Role.Comp => -8f,
        Role.Arpeggio => -9f,
        Role.Bass => -7f,
        Role.Lead => -5f,
        Role.Choir => -6f,
        _ => -3f,
    };

    private static float PanOf(Role role) => role switch
    {
        Role.Comp => -0.22f,
        Role.Arpeggio => 0.28f,
        Role.Lead => 0.06f,
        _ => 0f,
    };

    private static float ReverbOf(Role role) => role switch
    {
        Role.Bass => 0.05f,
        Role.Drums => 0.14f,
        Role.Pad => 0.55f,
        Role.Choir => 0.7f,
        Role.Lead => 0.5f,
        _ => 0.45f,
    };
}
