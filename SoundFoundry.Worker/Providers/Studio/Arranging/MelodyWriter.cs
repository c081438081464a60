using SoundFoundry.Worker.Providers.Studio.Forms;
using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>
/// Lays the motif over the harmony: statement, answer, variation, close. Every verse returns to the same motif;
/// the chorus turns it upside down and higher, the bridge takes it apart.
/// </summary>
internal sealed class MelodyWriter(Score score, Touch touch, Dice dice)
{
    private readonly Dictionary<SectionKind, Motif> _motifs = [];
    private readonly int[] _opening = [dice.Below(3), dice.Below(3)];

    public IReadOnlyList<Note> Write(Role role, (int Lowest, int Highest) range)
    {
        var notes = new List<Note>();
        foreach (var section in score.Body.Where(section => score.Plays(role, section))) WriteSection(section, range, notes);
        if (notes.Count == 0 && score.Style.Density < 15) return notes;
        notes.Add(Last(range, notes));
        return notes;
    }

    private void WriteSection(Section section, (int Lowest, int Highest) range, List<Note> notes)
    {
        var motif = MotifFor(section.Kind);
        for (var slot = 0; section.Start + (slot * motif.Length) < section.End; slot++)
        {
            if (section.Kind == SectionKind.Break && slot % 2 == 1) continue;
            var isLast = section.Start + ((slot + 1) * motif.Length) >= section.End;
            var shape = slot % 4 == 3 || (isLast && slot > 0) ? motif.Closing()
                : slot % 4 == 2 || section.Repeat > 0 ? motif.Varied(dice, score.Style.Boldness)
                : motif;
            Realise(shape, section, section.Start + (slot * motif.Length), slot, range, notes);
        }
    }

    private Motif MotifFor(SectionKind kind)
    {
        if (_motifs.TryGetValue(kind, out var known)) return known;
        return _motifs[kind] = kind switch
        {
            SectionKind.Verse => Invent(),
            SectionKind.Chorus => MotifFor(SectionKind.Verse).Inverted(),
            SectionKind.Bridge => MotifFor(SectionKind.Verse).Fragmented(),
            _ => MotifFor(SectionKind.Verse),
        };
    }

    private Motif Invent()
    {
        var barSeconds = new Tempo(score.Style.BeatsPerMinute, score.Style.Metre.PulseTicks).Seconds(score.Style.Metre.BarTicks);
        return new MotifWriter(score.Style, dice).Write(barSeconds > 3.2 ? 1 : 2);
    }

    private void Realise(Motif motif, Section section, int start, int slot, (int Lowest, int Highest) range, List<Note> notes)
    {
        var lift = section.Kind == SectionKind.Chorus ? 3 : 0;
        var centre = ((range.Lowest + range.Highest) / 2) + lift;
        var pitch = score.ChordAt(start).Chord.Nearest(centre - 4 + (_opening[slot % 2] * 3));
        foreach (var note in motif.Notes)
        {
            var tick = start + note.Start;
            if (tick >= section.End) return;
            pitch = Fold(Walk(pitch, note.Step), range);
            var chord = score.ChordAt(tick).Chord;
            if (IsStrong(note, tick - section.Start)) pitch = chord.Nearest(pitch);
            var length = Math.Min(note.Length, section.End - tick);
            notes.Add(new Note(tick, length, pitch, touch.Velocity(section, tick, 4)));
        }
    }

    private bool IsStrong(MotifNote note, int place) =>
        note.Length >= Metre.Quarter || score.Style.Metre.Pulses.Contains(place % score.Style.Metre.BarTicks);

    private int Walk(int pitch, int steps)
    {
        var direction = Math.Sign(steps);
        for (var left = Math.Abs(steps); left > 0; left--)
        {
            do pitch += direction;
            while (!score.Style.Key.Contains(pitch));
        }

        return pitch;
    }

    private static int Fold(int pitch, (int Lowest, int Highest) range)
    {
        while (pitch > range.Highest) pitch -= 12;
        while (pitch < range.Lowest) pitch += 12;
        return pitch;
    }

    /// <summary>The melody comes home too: the tonic nearest to where it was.</summary>
    private Note Last((int Lowest, int Highest) range, List<Note> notes)
    {
        var from = notes.Count > 0 ? notes[^1].Pitch : (range.Lowest + range.Highest) / 2;
        var pitch = from;
        for (var distance = 0; (pitch - score.Style.Key.Tonic) % 12 != 0; distance++)
            pitch = (from - distance - score.Style.Key.Tonic) % 12 == 0 ? from - distance : from + distance;
        return new Note(score.Ending.Start, score.Ending.Length, Fold(pitch, range), touch.Velocity(score.Ending, score.Ending.Start, 2));
    }
}
