using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Harmony;
using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Bass lines: a figure per bar on the chord's root, walking lines note by note.</summary>
internal sealed class BassWriter(Score score, Instrument instrument, Touch touch, Dice dice)
{
    private readonly int _lowest = instrument switch
    {
        Instrument.Cello or Instrument.Piano or Instrument.ChipLead => 36,
        Instrument.SubBass => 30,
        _ => 31,
    };

    public IEnumerable<Note> Write()
    {
        foreach (var section in score.Body.Where(section => score.Plays(Role.Bass, section)))
        {
            var pattern = BassPatterns.Choose(FigureFor(section), score.Style, dice);
            foreach (var bar in score.BarsOf(section))
                foreach (var note in pattern is null ? Held(section, bar) : Figure(section, bar, pattern))
                    yield return note;
        }

        var ending = score.Ending;
        yield return new Note(ending.Start, ending.Length, Root(score.Chords[^1].Chord), touch.Velocity(ending, ending.Start, 0));
    }

    private BassFigure FigureFor(Section section) => section.Kind switch
    {
        SectionKind.Break or SectionKind.Intro or SectionKind.Outro => BassFigure.Hold,
        _ => score.Style.Bass,
    };

    private IEnumerable<Note> Held(Section section, int bar)
    {
        var end = Math.Min(bar + score.Style.Metre.BarTicks, section.End);
        foreach (var span in score.Chords.Where(span => span.Start < end && span.End > bar))
        {
            // A chord of several bars is struck once, not once a bar.
            if (span.Start < bar) continue;
            var length = Math.Min(span.End, section.End) - span.Start;
            yield return new Note(span.Start, length, Root(span.Chord), touch.Velocity(section, span.Start, 0));
        }
    }

    private IEnumerable<Note> Figure(Section section, int bar, IReadOnlyList<BassStrike> pattern)
    {
        foreach (var strike in pattern)
        {
            var tick = bar + strike.Start;
            if (tick >= section.End) yield break;
            var chord = score.ChordAt(tick).Chord;
            var pitch = strike.Tone switch
            {
                BassTone.Fifth => Fifth(chord),
                BassTone.Octave => Root(chord) + 12,
                BassTone.Third => Root(chord) + chord.Intervals[1],
                BassTone.Approach => Approach(tick, strike.Length),
                _ => Root(chord),
            };
            yield return new Note(tick, Math.Min(strike.Length, section.End - tick), pitch, touch.Velocity(section, tick, strike.Accent));
        }
    }

    /// <summary>A step from above or below into the root that comes next.</summary>
    private int Approach(int tick, int length)
    {
        var target = Root(score.ChordAt(tick + length).Chord);
        var below = target - 1;
        return score.Style.Key.Contains(below) || score.Style.Boldness > 40 ? below : target - 2;
    }

    private int Root(Chord chord) => _lowest + ((((chord.Root - _lowest) % 12) + 12) % 12);

    private int Fifth(Chord chord)
    {
        var fifth = Root(chord) + chord.Intervals[2];
        return fifth > _lowest + 14 ? fifth - 12 : fifth;
    }
}
