using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Invents a motif, one or two bars long, from rhythmic cells as busy as the style.</summary>
internal sealed class MotifWriter(Style style, Dice dice)
{
    private static readonly int[] Contours = [-2, -1, -1, -1, 1, 1, 1, 2, 2, 0, 3, -3];

    private static readonly (int Busyness, (int Start, int Length)[] Cell)[] SimpleCells =
    [
        (10, [(0, 480)]),
        (15, [(0, 480)]),
        (38, [(0, 240), (240, 240)]),
        (45, [(0, 360), (360, 120)]),
        (52, [(240, 240)]),
        (62, [(0, 240), (240, 120), (360, 120)]),
        (72, [(0, 120), (120, 240), (360, 120)]),
        (80, [(0, 120), (120, 120), (240, 240)]),
    ];

    private static readonly (int Busyness, (int Start, int Length)[] Cell)[] CompoundCells =
    [
        (10, [(0, 720)]),
        (30, [(0, 480), (480, 240)]),
        (48, [(0, 240), (240, 480)]),
        (60, [(0, 240), (240, 240), (480, 240)]),
        (75, [(0, 240), (240, 240), (480, 120), (600, 120)]),
    ];

    public Motif Write(int bars)
    {
        var length = bars * style.Metre.BarTicks;
        var notes = new List<MotifNote>();
        for (var bar = 0; bar < bars; bar++)
            for (var pulse = 0; pulse < style.Metre.Pulses.Count; pulse++)
                AddPulse(notes, (bar * style.Metre.BarTicks) + style.Metre.Pulses[pulse], style.Metre.PulseLength(pulse), length);

        if (notes.Count == 0) notes.Add(new MotifNote(0, length / 2, 0));
        notes[0] = notes[0] with { Step = 0 };
        return new Motif(notes, length);
    }

    private void AddPulse(List<MotifNote> notes, int start, int pulse, int motifLength)
    {
        // The last beats belong to the breath, and a slow style often just holds on.
        var isBreath = start >= motifLength - Math.Min(pulse, motifLength / 4);
        var holds = notes.Count > 0 && dice.Chance(Math.Max(8, 70 - style.Density));
        if (isBreath || holds)
        {
            if (notes.Count > 0 && notes[^1].Start + notes[^1].Length == start && !(isBreath && dice.Chance(50)))
                notes[^1] = notes[^1] with { Length = notes[^1].Length + pulse };
            return;
        }

        foreach (var (offset, length) in Cell(pulse).Where(note => note.Start < pulse))
            notes.Add(new MotifNote(start + offset, Math.Min(length, pulse - offset), Step()));
    }

    private (int Start, int Length)[] Cell(int pulse)
    {
        var cells = pulse == 3 * Metre.Eighth ? CompoundCells : SimpleCells;
        var wish = Math.Clamp(style.Density + dice.Between(-28, 28), 10, 60 + (style.Boldness / 3));
        return cells.OrderBy(cell => Math.Abs(cell.Busyness - wish)).First().Cell;
    }

    private int Step()
    {
        var step = dice.Pick(Contours);
        return style.Boldness > 70 && dice.Chance(15) ? 2 * step : step;
    }
}
