using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>The sound of each instrument.</summary>
internal static class Patches
{
    public static Patch Of(Instrument instrument) => instrument switch
    {
        Instrument.Piano or Instrument.ElectricPiano or Instrument.Organ or Instrument.Guitar or Instrument.Banjo or Instrument.Sitar
            or Instrument.Harp or Instrument.Harpsichord => StringPatches.Of(instrument),
        Instrument.Kalimba or Instrument.Marimba or Instrument.Vibraphone or Instrument.Bells or Instrument.MusicBox
            or Instrument.SteelDrum => MalletPatches.Of(instrument),
        Instrument.SubBass or Instrument.SynthBass or Instrument.AcidBass or Instrument.UprightBass or Instrument.ElectricBass =>
            BassPatches.Of(instrument),
        Instrument.WarmPad or Instrument.GlassPad or Instrument.Strings or Instrument.Choir or Instrument.Brass or Instrument.Accordion =>
            EnsemblePatches.Of(instrument),
        _ => SoloPatches.Of(instrument),
    };
}
