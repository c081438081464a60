using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Where each instrument sings best, as MIDI numbers.</summary>
internal static class Ranges
{
    public static readonly (int Lowest, int Highest) Choir = (57, 76);

    public static (int Lowest, int Highest) Of(Instrument instrument) => instrument switch
    {
        Instrument.Cello => (48, 67),
        Instrument.Brass => (55, 74),
        Instrument.Saxophone or Instrument.Guitar => (58, 78),
        Instrument.Trumpet or Instrument.Clarinet => (62, 81),
        Instrument.Bells or Instrument.MusicBox => (72, 92),
        Instrument.Flute or Instrument.Marimba or Instrument.Vibraphone => (67, 86),
        _ => (64, 83),
    };
}
