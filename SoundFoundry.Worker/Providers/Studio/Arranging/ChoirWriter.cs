using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>The choir sings the melody where there is one and the chords elsewhere; it never has words.</summary>
internal static class ChoirWriter
{
    private const int Harmony = 3;

    public static IReadOnlyList<Note> Write(Score score, Touch touch, MelodyWriter melody)
    {
        Note[] sung = [.. melody.Write(Role.Lead, Ranges.Choir).Where(note => note.Length >= Metre.Eighth)];
        var chords = score.Sections.Where(section => SingsChords(score, section)).SelectMany(section => Chords(score, touch, section));
        return [.. sung.Concat(chords).OrderBy(note => note.Start)];
    }

    private static bool SingsChords(Score score, Section section) =>
        section.Kind is not SectionKind.Verse || !score.Plays(Role.Lead, section);

    private static IEnumerable<Note> Chords(Score score, Touch touch, Section section) =>
        from span in score.ChordsOf(section)
        from pitch in span.Voicing.TakeLast(Harmony)
        select new Note(span.Start, span.Length, pitch, touch.Velocity(section, span.Start, -14));
}
