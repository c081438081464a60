using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Forms;

/// <summary>Divides the requested duration into sections of whole bars, and leaves time for the last chord to ring.</summary>
internal static class FormPlanner
{
    private const double ShortestRing = 1.5;
    private const double LongestRing = 4.5;

    /// <summary>Ticks to play before the last chord must be struck.</summary>
    public static int BodyTicks(Tempo tempo, double seconds) =>
        tempo.Ticks(seconds - Math.Clamp(seconds * 0.12, ShortestRing, LongestRing));

    public static IReadOnlyList<Section> Plan(Metre metre, Tempo tempo, double seconds)
    {
        var body = BodyTicks(tempo, seconds);
        var sections = new List<Section>();
        if (body < metre.BarTicks)
        {
            // Not even one bar fits: the body is as many beats as do.
            var beats = Math.Max(1, body / metre.PulseTicks);
            Append(sections, SectionKind.Verse, beats * metre.PulseTicks);
        }
        else
        {
            foreach (var (kind, bars) in SectionsOf(body / metre.BarTicks)) Append(sections, kind, bars * metre.BarTicks);
        }

        Append(sections, SectionKind.Ending, tempo.Ticks(seconds) - sections[^1].End);
        return sections;
    }

    private static List<(SectionKind Kind, int Bars)> SectionsOf(int bars)
    {
        var unit = bars switch { >= 96 => 16, >= 40 => 8, _ => 4 };
        if (bars < 2 * unit) return ShortForm(bars);

        var kinds = Kinds(bars / unit);
        var rest = bars % unit;
        List<(SectionKind Kind, int Bars)> form = [.. kinds.Select(kind => (kind, unit))];
        if (rest == 0) return form;
        if (rest >= 2 && form[0].Kind != SectionKind.Intro) form.Insert(0, (SectionKind.Intro, rest));
        else if (rest >= 2 && rest >= unit / 2) form.Add((SectionKind.Outro, rest));
        else form[0] = (form[0].Kind, unit + rest);
        return form;
    }

    private static List<(SectionKind Kind, int Bars)> ShortForm(int bars) => bars switch
    {
        < 4 => [(SectionKind.Verse, bars)],
        4 => [(SectionKind.Verse, 2), (SectionKind.Chorus, 2)],
        5 => [(SectionKind.Intro, 1), (SectionKind.Verse, 2), (SectionKind.Chorus, 2)],
        6 => [(SectionKind.Intro, 2), (SectionKind.Verse, 2), (SectionKind.Chorus, 2)],
        _ => [(SectionKind.Intro, bars - 6), (SectionKind.Verse, 4), (SectionKind.Chorus, 2)],
    };

    private static SectionKind[] Kinds(int count) => count switch
    {
        2 => [SectionKind.Verse, SectionKind.Chorus],
        3 => [SectionKind.Verse, SectionKind.Chorus, SectionKind.Verse],
        4 => [SectionKind.Intro, SectionKind.Verse, SectionKind.Chorus, SectionKind.Verse],
        5 => [SectionKind.Intro, SectionKind.Verse, SectionKind.Chorus, SectionKind.Break, SectionKind.Chorus],
        6 => [SectionKind.Intro, SectionKind.Verse, SectionKind.Chorus, SectionKind.Bridge, SectionKind.Verse, SectionKind.Chorus],
        7 => [SectionKind.Intro, SectionKind.Verse, SectionKind.Verse, SectionKind.Chorus, SectionKind.Break, SectionKind.Verse,
            SectionKind.Chorus],
        _ => LongForm(count),
    };

    private static SectionKind[] LongForm(int count)
    {
        SectionKind[] cycle =
        [
            SectionKind.Verse, SectionKind.Verse, SectionKind.Chorus, SectionKind.Verse, SectionKind.Chorus, SectionKind.Break,
            SectionKind.Bridge, SectionKind.Chorus,
        ];
        var middle = Enumerable.Range(0, count - 2).Select(i => cycle[i % cycle.Length]);
        return [SectionKind.Intro, .. middle, SectionKind.Chorus];
    }

    private static void Append(List<Section> sections, SectionKind kind, int length)
    {
        var repeat = sections.Count(section => section.Kind == kind);
        var start = sections.Count == 0 ? 0 : sections[^1].End;
        sections.Add(new Section(kind, repeat, start, length, Intensity(kind, repeat)));
    }

    private static int Intensity(SectionKind kind, int repeat) => kind switch
    {
        SectionKind.Intro => 30,
        SectionKind.Verse => Math.Min(55 + (8 * repeat), 75),
        SectionKind.Chorus => Math.Min(80 + (8 * repeat), 100),
        SectionKind.Bridge => 65,
        SectionKind.Break => 35,
        SectionKind.Outro => 45,
        _ => 60,
    };
}
