using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Swing: the second half of each pair is played late and short.</summary>
internal static class Feel
{
    private const int EighthSwing = 28;

    public static IReadOnlyList<Note> Swung(IReadOnlyList<Note> notes, Style style)
    {
        if (style.Swing == 0 || style.Metre.IsCompound) return notes;
        var pair = style.Swing >= EighthSwing ? Metre.Quarter : Metre.Eighth;
        return [.. notes.Select(note => Swing(note, pair, style.Swing))];
    }

    private static Note Swing(Note note, int pair, int percent)
    {
        var start = Warp(note.Start, pair, percent);
        return note with { Start = start, Length = Math.Max(1, Warp(note.End, pair, percent) - start) };
    }

    private static int Warp(int tick, int pair, int percent)
    {
        var half = pair / 2;
        var late = half * percent / 100;
        var place = tick % pair;
        var warped = place <= half ? place * (half + late) / half : half + late + ((place - half) * (half - late) / half);
        return tick - place + warped;
    }
}
