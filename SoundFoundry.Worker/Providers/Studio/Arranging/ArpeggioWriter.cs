using SoundFoundry.Worker.Providers.Remote.Downloads;
using SoundFoundry.Worker.Providers.Remote.Http;
using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Harmony;
using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Breaks each chord into a figure that runs on through the section.</summary>
internal sealed class ArpeggioWriter(Score score, Instrument instrument, Touch touch, Dice dice)
{
    private const int SparsePercent = 34;

    private readonly ArpFigure _figure = score.Style.Arp == ArpFigure.None ? ArpFigure.Rolling : score.Style.Arp;
    private readonly int _step = StepTicks(score.Style);
    private readonly int[] _order = [.. Enumerable.Range(0, 8).Select(_ => dice.Below(5))];

    public IEnumerable<Note> Write()
    {
        foreach (var section in score.Body.Where(section => score.Plays(Role.Arpeggio, section)))
            foreach (var note in Run(section))
                yield return note;

        var tones = Tones(score.Chords[^1], score.Ending);
        for (var i = 0; i < tones.Count; i++)
        {
            var start = score.Ending.Start + Math.Min(i * _step, score.Ending.Length / 3);
            yield return new Note(start, score.Ending.End - start, tones[i], touch.Velocity(score.Ending, start, -6 - (2 * i)));
        }
    }

    private IEnumerable<Note> Run(Section section)
    {
        for (var tick = section.Start; tick < section.End; tick += _step)
        {
            var place = (tick - section.Start) % score.Style.Metre.BarTicks;
            if (_figure == ArpFigure.Sparse && place != 0 && !dice.Chance(SparsePercent)) continue;
            var tones = Tones(score.ChordAt(tick), section);
            var pitch = tones[Index(place / _step, tones.Count)];
            var length = _figure == ArpFigure.Sparse ? 4 * _step : RingTicks();
            yield return new Note(tick, Math.Min(length, section.End - tick), pitch, touch.Velocity(section, tick, -6));
        }
    }

    private int Index(int step, int count) => _figure switch
    {
        ArpFigure.Up => step % count,
        ArpFigure.Down => count - 1 - (step % count),
        ArpFigure.UpDown => Fold(step % Math.Max(1, (2 * count) - 2), count),
        ArpFigure.Broken => step % 4 == 0 ? 0 : step % 2 == 1 ? Math.Min(2 + (step % 3), count - 1) : 1,
        ArpFigure.Sparse => dice.Below(count),
        _ => Math.Min(_order[step % _order.Length], count - 1),
    };

    private static int Fold(int step, int count) => step < count ? step : (2 * count) - 2 - step;

    /// <summary>Plucked tones ring over the next ones; bowed and blown ones would blur.</summary>
    private int RingTicks() => instrument switch
    {
        Instrument.Strings or Instrument.Cello or Instrument.ChipLead => _step * 9 / 10,
        Instrument.SynthPluck => _step,
        _ => 3 * _step,
    };

    private List<int> Tones(ChordSpan span, Section section)
    {
        var shift = Register(instrument);
        List<int> tones = [.. span.Voicing.Select(pitch => pitch + shift)];
        tones.Add(tones[0] + 12);
        if (section.Kind == SectionKind.Chorus || score.Style.Density > 60) tones.Add(tones[1] + 12);
        return tones;
    }

    private static int Register(Instrument instrument) => instrument switch
    {
        Instrument.Bells or Instrument.MusicBox or Instrument.Kalimba => 12,
        Instrument.Cello => -12,
        Instrument.ChipLead or Instrument.Harp or Instrument.Vibraphone => 7 + 5,
        _ => 0,
    };

    private static int StepTicks(Style style)
    {
        var isQuick = style.Density >= 58 && style.BeatsPerMinute <= (style.Metre.IsCompound ? 80 : 145);
        return isQuick && style.Arp != ArpFigure.Sparse ? Metre.Sixteenth : Metre.Eighth;
    }
}
