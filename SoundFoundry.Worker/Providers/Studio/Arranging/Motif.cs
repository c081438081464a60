using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>A short rhythm with a contour: the idea that a melody repeats, varies and returns to.</summary>
internal sealed record Motif(IReadOnlyList<MotifNote> Notes, int Length)
{
    /// <summary>The same rhythm with its contour upside down.</summary>
    public Motif Inverted() => this with { Notes = [.. Notes.Select(note => note with { Step = -note.Step })] };

    /// <summary>The first half, said twice.</summary>
    public Motif Fragmented()
    {
        var half = Length / 2;
        var head = Notes.Where(note => note.Start < half).Select(note => note with { Length = Math.Min(note.Length, half - note.Start) });
        return this with { Notes = [.. head, .. head.Select(note => note with { Start = note.Start + half })] };
    }

    /// <summary>The same idea with another turn at its end, and here and there a long note divided.</summary>
    public Motif Varied(Dice dice, int boldness)
    {
        var notes = new List<MotifNote>();
        for (var i = 0; i < Notes.Count; i++)
        {
            var note = Notes[i];
            if (i == Notes.Count - 1) note = note with { Step = note.Step + dice.Pick([-2, -1, 1, 2]) };
            if (note.Length >= Metre.Quarter && i < Notes.Count - 1 && dice.Chance(boldness / 2))
            {
                var half = note.Length / 2;
                notes.Add(note with { Length = half });
                notes.Add(new MotifNote(note.Start + half, note.Length - half, dice.Pick([-1, 1])));
            }
            else
            {
                notes.Add(note);
            }
        }

        return this with { Notes = notes };
    }

    /// <summary>The head of the idea and then one long note: how a phrase closes.</summary>
    public Motif Closing()
    {
        var head = Notes.TakeWhile(note => note.Start < Length / 2).ToList();
        var start = head.Count == 0 ? 0 : Math.Max(head[^1].Start + head[^1].Length, Length / 2);
        return this with { Notes = [.. head, new MotifNote(start, Math.Max(Metre.Eighth, (Length - start) * 3 / 4), -1)] };
    }
}
