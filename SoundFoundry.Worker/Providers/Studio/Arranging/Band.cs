using SoundFoundry.Worker.Providers.Studio.Music;
using SoundFoundry.Worker.Providers.Studio.Styles;

namespace SoundFoundry.Worker.Providers.Studio.Arranging;

/// <summary>Has every seated player write its part; each has a stream of chance of its own.</summary>
internal sealed class Band
{
    private readonly Score _score;
    private readonly ulong _fingerprint;
    private readonly List<Part> _parts = [];

    private Band(Score score, ulong fingerprint) => (_score, _fingerprint) = (score, fingerprint);

    public static IReadOnlyList<Part> Play(Score score, ulong fingerprint)
    {
        var band = new Band(score, fingerprint);
        band.PlayAll(score.Style.Ensemble);
        return band._parts;
    }

    private void PlayAll(Ensemble seats)
    {
        if (seats.Pad is { } pad) Add(Role.Pad, pad, PadWriter.Write(_score, TouchOf("pad"), Role.Pad, pad));
        if (seats.Comp is { } comp) Add(Role.Comp, comp, CompWriter.Write(_score, TouchOf("comp"), DiceOf("comp rhythm")));
        if (seats.Arpeggio is { } arpeggio)
            Add(Role.Arpeggio, arpeggio, new ArpeggioWriter(_score, arpeggio, TouchOf("arpeggio"), DiceOf("arpeggio figure")).Write());
        if (seats.Bass is { } bass) Add(Role.Bass, bass, new BassWriter(_score, bass, TouchOf("bass"), DiceOf("bass figure")).Write());
        if (seats.Lead is { } lead) Add(Role.Lead, lead, Melody().Write(Role.Lead, Ranges.Of(lead)));
        if (seats.Choir) Add(Role.Choir, Instrument.Choir, ChoirWriter.Write(_score, TouchOf("choir"), Melody()));
        if (_score.Style.HasDrums) Add(Role.Drums, Instrument.Drums, new DrumWriter(_score, TouchOf("drums"), DiceOf("drum fills")).Write());
    }

    private MelodyWriter Melody() => new(_score, TouchOf("lead"), DiceOf("motif"));

    private Touch TouchOf(string player) => new(_score, DiceOf(player));

    private Dice DiceOf(string purpose) => Dice.For(_fingerprint, purpose);

    private void Add(Role role, Instrument instrument, IEnumerable<Note> notes)
    {
        Note[] inOrder = [.. Feel.Swung([.. notes], _score.Style).OrderBy(note => note.Start)];
        if (inOrder.Length > 0) _parts.Add(new Part(role, instrument, inOrder));
    }
}
