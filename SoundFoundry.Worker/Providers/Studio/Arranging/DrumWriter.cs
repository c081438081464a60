using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Drums: the groove bar by bar, thinner in quiet sections, with a fill into the next one.</summary>
internal sealed class DrumWriter(Score score, Touch touch, Dice dice)
{
    private const int HitTicks = Metre.Sixteenth;
    private const int FillBars = 4;

    private readonly IReadOnlyList<(Drum Drum, int Start, int Accent)> _groove = Grooves.Bar(score.Style);

    public IEnumerable<Note> Write()
    {
        foreach (var section in score.Body)
        {
            if (score.Plays(Role.Drums, section))
                foreach (var note in PlaySection(section)) yield return note;
            else if (section.Kind == SectionKind.Break && score.Style.Energy > 50)
                foreach (var note in Roll(section)) yield return note;
        }

        var last = score.Ending;
        if (score.Style.Energy >= 40) yield return new Note(last.Start, HitTicks, (int)Drum.Crash, touch.Velocity(last, last.Start, 0));
        yield return new Note(last.Start, HitTicks, (int)Drum.Kick, touch.Velocity(last, last.Start, 6));
    }

    private IEnumerable<Note> PlaySection(Section section)
    {
        if (section.Kind == SectionKind.Chorus && score.Style.Energy >= 50) yield return Hit(section, section.Start, Drum.Crash, 4);
        var bars = score.BarsOf(section).ToList();
        for (var i = 0; i < bars.Count; i++)
        {
            var fills = i == bars.Count - 1 && bars.Count >= FillBars;
            var fillStart = fills ? bars[i] + (score.Style.Metre.BarTicks / 2) : int.MaxValue;
            foreach (var (drum, start, accent) in _groove)
            {
                var tick = bars[i] + start;
                if (tick >= Math.Min(section.End, fillStart) || Rests(section, drum, accent)) continue;
                yield return Hit(section, tick, drum, accent);
            }

            if (fills) foreach (var note in Fill(section, fillStart)) yield return note;
        }
    }

    private bool Rests(Section section, Drum drum, int accent) => section.Kind switch
    {
        SectionKind.Intro or SectionKind.Outro => drum is Drum.Snare or Drum.Clap or Drum.OpenHat or Drum.Ride,
        SectionKind.Verse when section.Repeat == 0 && score.Style.Pump => drum is Drum.OpenHat,
        _ => accent < -20 && dice.Chance(50 - Math.Min(50, score.Style.Boldness)),
    };

    private IEnumerable<Note> Fill(Section section, int start)
    {
        var isGentle = score.Style.Energy < 45;
        var step = isGentle ? Metre.Eighth : Metre.Sixteenth;
        var steps = (section.End - start) / step;
        for (var i = 0; i < steps; i++)
        {
            if (i > 0 && dice.Chance(60 - (score.Style.Energy / 2))) continue;
            var drum = isGentle ? Drum.Rim : score.Style.Kit switch
            {
                DrumKit.Electronic or DrumKit.Deep => i * 2 < steps ? Drum.Clap : Drum.Snare,
                _ => i * 2 < steps ? Drum.Snare : i * 4 < steps * 3 ? Drum.HighTom : Drum.LowTom,
            };
            yield return Hit(section, start + (i * step), drum, -8 + (16 * i / steps));
        }
    }

    /// <summary>A snare roll, growing, that leads out of a break.</summary>
    private IEnumerable<Note> Roll(Section section)
    {
        var start = section.End - Math.Min(section.Length, 2 * score.Style.Metre.BarTicks);
        for (var tick = start; tick < section.End; tick += tick < (start + section.End) / 2 ? Metre.Eighth : Metre.Sixteenth)
            yield return Hit(section, tick, Drum.Snare, -24 + (40 * (tick - start) / (section.End - start)));
    }

    private Note Hit(Section section, int tick, Drum drum, int accent) =>
        new(tick, HitTicks, (int)drum, touch.Velocity(section, tick, accent));
}
