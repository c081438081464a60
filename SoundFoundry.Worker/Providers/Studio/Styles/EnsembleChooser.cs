using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Prompts;

namespace SoundFoundry.Worker.Providers.Studio.Styles;

/// <summary>Hands out the roles: first to the instruments the prompt names, the rest to those usual in the genre.</summary>
internal static class EnsembleChooser
{
    public static Ensemble Choose(PromptReading reading, Genre genre, bool hasVocals, Dice dice)
    {
        var ensemble = new Ensemble(
            Usual(genre.Pads, reading, dice),
            Usual(genre.Comps, reading, dice),
            Usual(genre.Arps, reading, dice),
            reading.NoBass ? null : Usual(genre.Basses, reading, dice),
            reading.NoLead ? null : Usual(genre.Leads, reading, dice),
            hasVocals);

        foreach (var instrument in reading.Wanted.Except(reading.Unwanted).Distinct())
            ensemble = Seat(ensemble, instrument, genre);
        return ensemble;
    }

    private static Instrument? Usual(IReadOnlyList<Instrument> choices, PromptReading reading, Dice dice)
    {
        var pick = dice.Below(Math.Max(choices.Count, 1));
        Instrument[] left = [.. choices.Except(reading.Unwanted)];
        return left.Length == 0 ? null : left[pick % left.Length];
    }

    private static Ensemble Seat(Ensemble seats, Instrument instrument, Genre genre) => instrument switch
    {
        Instrument.WarmPad or Instrument.GlassPad or Instrument.Strings or Instrument.Choir => seats with { Pad = instrument },
        Instrument.SubBass or Instrument.SynthBass or Instrument.AcidBass or Instrument.UprightBass or Instrument.ElectricBass =>
            seats with { Bass = instrument },
        Instrument.DistortedGuitar or Instrument.Banjo => seats with { Comp = instrument },
        Instrument.Piano or Instrument.ElectricPiano or Instrument.Guitar or Instrument.Organ or Instrument.Accordion
            or Instrument.Harpsichord => Keyboard(seats, instrument, genre),
        Instrument.Harp or Instrument.Kalimba or Instrument.Marimba or Instrument.Bells or Instrument.MusicBox or Instrument.SynthPluck
            or Instrument.Sitar => seats with { Arpeggio = instrument },
        _ => seats with { Lead = instrument },
    };

    private static Ensemble Keyboard(Ensemble seats, Instrument instrument, Genre genre)
    {
        if (genre.Comp != CompFigure.None && seats.Comp is not null) return seats with { Comp = instrument };
        if (genre.Arp != ArpFigure.None && seats.Arpeggio is not null) return seats with { Arpeggio = instrument };
        return seats with { Comp = instrument };
    }
}
