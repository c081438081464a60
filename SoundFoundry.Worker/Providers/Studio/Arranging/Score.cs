using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Harmony;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Form and harmony, on which every player's part is written.</summary>
internal sealed record Score(Style Style, IReadOnlyList<Section> Sections, IReadOnlyList<ChordSpan> Chords)
{
    public Section Ending => Sections[^1];

    public IEnumerable<Section> Body => Sections.SkipLast(1);

    public ChordSpan ChordAt(int tick) => Chords.First(span => tick < span.End || span == Chords[^1]);

    public IEnumerable<ChordSpan> ChordsOf(Section section) => Chords.Where(span => span.Start >= section.Start && span.Start < section.End);

    /// <summary>Where the bars of a section begin; a section shorter than a bar counts as one.</summary>
    public IEnumerable<int> BarsOf(Section section)
    {
        for (var bar = section.Start; bar < section.End; bar += Style.Metre.BarTicks) yield return bar;
    }
}
