using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Harmony;
using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Keyboard and guitar chords: one rhythm for each kind of section, repeated bar by bar.</summary>
internal static class CompWriter
{
    private const int StrumTicks = 9;

    public static IEnumerable<Note> Write(Score score, Touch touch, Dice dice)
    {
        var rhythms = new Dictionary<SectionKind, IReadOnlyList<(int Start, int Length)>>();
        foreach (var section in score.Body.Where(section => score.Plays(Role.Comp, section)))
        {
            if (!rhythms.TryGetValue(section.Kind, out var rhythm))
                rhythms[section.Kind] = rhythm = CompPatterns.Choose(FigureFor(score.Style, section), score.Style.Metre, dice);

            foreach (var bar in score.BarsOf(section))
                foreach (var (start, length) in rhythm.Where(strike => bar + strike.Start < section.End))
                    foreach (var note in Strike(score, touch, section, bar + start, Math.Min(length, section.End - bar - start)))
                        yield return note;
        }

        foreach (var note in Strike(score, touch, score.Ending, score.Ending.Start, score.Ending.Length)) yield return note;
    }

    private static CompFigure FigureFor(Style style, Section section) => section.Kind switch
    {
        SectionKind.Intro or SectionKind.Break when style.Comp is not CompFigure.Strum => CompFigure.Sustain,
        _ => style.Comp == CompFigure.None ? CompFigure.Ballad : style.Comp,
    };

    private static IEnumerable<Note> Strike(Score score, Touch touch, Section section, int tick, int length)
    {
        var span = score.ChordAt(tick);
        var velocity = touch.Velocity(section, tick, 0);
        var pitches = score.Style.Comp == CompFigure.Power ? PowerChord(span.Chord) : span.Voicing;
        var rolls = score.Style.Comp is CompFigure.Strum or CompFigure.Ballad || section.Kind == SectionKind.Ending;
        for (var i = 0; i < pitches.Count; i++)
        {
            var late = rolls ? Math.Min(i * StrumTicks, length / 4) : 0;
            yield return new Note(tick + late, length - late, pitches[i], velocity - (i == 0 ? 4 : 0));
        }
    }

    private static int[] PowerChord(Chord chord)
    {
        var root = 40 + ((chord.Root - 4 + 12) % 12);
        return [root, root + 7, root + 12];
    }
}
