using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Harmony;
using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio;

/// <summary>A whole piece as notes, the same on every machine for the same request.</summary>
/// <param name="FinalTick">Where the last chord, on the tonic, is struck; from there the piece rings out.</param>
/// <param name="HasWordlessVocals">A choir sings vowels; there are no words.</param>
internal sealed record Composition(
    Style Style,
    double DurationSeconds,
    int FinalTick,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<ChordSpan> Chords,
    IReadOnlyList<Part> Parts,
    bool HasWordlessVocals)
{
    public Tempo Tempo => new(Style.BeatsPerMinute, Style.Metre.PulseTicks);

    public bool HasDrums => Parts.Any(part => part.Role == Role.Drums);
}
