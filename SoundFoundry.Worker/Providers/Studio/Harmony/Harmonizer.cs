using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Harmony;

/// <summary>Writes the chords: one row per kind of section, a cadence before the end, the tonic last.</summary>
internal sealed class Harmonizer(Style style, Dice dice)
{
    private readonly Dictionary<SectionKind, int[]> _rows = [];
    private readonly List<ChordSpan> _spans = [];

    public IReadOnlyList<ChordSpan> Harmonize(IReadOnlyList<Section> sections)
    {
        var final = sections[^1];
        foreach (var section in sections.SkipLast(1)) Fill(section, isLast: section.End == final.Start);
        Add(final.Start, final.Length, ChordBuilder.Final(style.Key, style.Colour));
        return _spans;
    }

    private void Fill(Section section, bool isLast)
    {
        var row = RowFor(section.Kind);
        var slot = SlotTicks(section.Length);
        var count = (section.Length + slot - 1) / slot;
        for (var i = 0; i < count; i++)
        {
            var start = section.Start + (i * slot);
            var length = Math.Min(slot, section.End - start);
            var chord = ChordBuilder.Build(style.Key, row[i % row.Length], style.Colour);
            if (isLast && i == count - 1) AddCadence(start, length, chord, opens: count == 1);
            else AddColoured(start, length, chord, row[(i + 1) % row.Length]);
        }
    }

    private int SlotTicks(int sectionTicks)
    {
        var slot = style.Metre.BarTicks * style.BarsPerChord;
        while (slot > style.Metre.BarTicks && slot * 4 > sectionTicks) slot /= 2;
        return slot;
    }

    private int[] RowFor(SectionKind kind)
    {
        // The introduction and the outro prepare and remember the verse.
        if (kind is SectionKind.Intro or SectionKind.Outro) kind = SectionKind.Verse;
        if (_rows.TryGetValue(kind, out var known)) return known;
        return _rows[kind] = ChooseRow(kind);
    }

    private int[] ChooseRow(SectionKind kind)
    {
        if (style.Genre == "blues") return Progressions.TwelveBarBlues;
        var isHome = kind is SectionKind.Verse or SectionKind.Break;
        if (style.Genre is "jazz" or "bossa nova" && style.Key.Mode is Mode.Major or Mode.Minor)
        {
            var jazz = style.Key.IsMinor ? Progressions.JazzMinor : Progressions.JazzMajor;
            return isHome ? jazz[0] : dice.Pick(jazz);
        }

        return dice.Pick(isHome ? Progressions.Home(style.Key.Mode) : Progressions.Away(style.Key.Mode));
    }

    private void AddColoured(int start, int length, Chord chord, int nextDegree)
    {
        var canSplit = length >= style.Metre.BarTicks && style.Metre.Pulses.Count > 1 && style.Colour != Colour.Open;
        var half = style.Metre.Pulses[(style.Metre.Pulses.Count + 1) / 2 % style.Metre.Pulses.Count];
        var late = length - (style.Metre.BarTicks - half);
        if (canSplit && late > 0 && style.Boldness > 55 && nextDegree is 1 or 3 or 5 && dice.Chance((style.Boldness - 50) / 2))
        {
            Add(start, late, chord);
            Add(start + late, length - late, ChordBuilder.Towards(ChordBuilder.Build(style.Key, nextDegree, style.Colour)));
        }
        else if (canSplit && late > 0 && style.Boldness > 30 && dice.Chance(style.Boldness / 6))
        {
            Add(start, late, ChordBuilder.Suspended(chord));
            Add(start + late, length - late, chord);
        }
        else
        {
            Add(start, length, chord);
        }
    }

    /// <summary>A piece of one chord's length still starts at home and only turns to the dominant half way.</summary>
    private void AddCadence(int start, int length, Chord chord, bool opens)
    {
        var dominant = ChordBuilder.Dominant(style.Key, style.Colour);
        var half = length / 2 / style.Metre.PulseTicks * style.Metre.PulseTicks;
        if (half == 0 || (!opens && chord.Degree == 0 && length <= style.Metre.BarTicks))
        {
            Add(start, length, opens ? chord : dominant);
            return;
        }

        Add(start, length - half, chord.Degree == 4 ? ChordBuilder.Suspended(dominant) : chord);
        Add(start + length - half, half, dominant);
    }

    private void Add(int start, int length, Chord chord) =>
        _spans.Add(new ChordSpan(start, length, chord, VoiceLeading.Lead(chord, _spans.Count > 0 ? _spans[^1].Voicing : null)));
}
