using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Synthesis;

/// <summary>One part on its way to the desk: starts its voices on time and runs them through the instrument's effects.</summary>
internal sealed class Channel
{
    private readonly IReadOnlyList<Note> _notes;
    private readonly Tempo _tempo;
    private readonly Patch _patch;
    private readonly float _brightness;
    private readonly List<Voice> _voices = [];
    private readonly Chorus? _chorus;
    private readonly Formants? _formants;
    private readonly Amplifier? _amplifier;
    private int _next;

    public Channel(Part part, Composition composition)
    {
        _notes = part.Notes;
        _tempo = composition.Tempo;
        _brightness = (composition.Style.Brightness - 38) / 48f;
        _patch = part.Role == Role.Drums ? new DrumPatch(composition.Style.Kit) : Patches.Of(part.Instrument);
        Strip = ChannelStrip.For(part, composition.Style);
        if (Strip.HasChorus) _chorus = new Chorus();
        if (part.Instrument == Instrument.Choir) _formants = new Formants();
        if (Strip.Drive > 0f) _amplifier = new Amplifier(Strip.Drive);
    }

    public ChannelStrip Strip { get; }

    public StereoBlock Bus { get; } = new();

    public void Render(long blockStart)
    {
        Bus.Clear();
        for (var i = _voices.Count - 1; i >= 0; i--)
        {
            if (_voices[i].Render(Bus.Left, Bus.Right)) continue;
            _voices[i] = _voices[^1];
            _voices.RemoveAt(_voices.Count - 1);
        }

        for (; _next < _notes.Count && FrameOf(_notes[_next].Start) < blockStart + Audio.BlockFrames; _next++)
            Start(_notes[_next], (int)(FrameOf(_notes[_next].Start) - blockStart));

        _formants?.Process(Bus);
        _amplifier?.Process(Bus);
        _chorus?.Process(Bus);
    }

    private void Start(Note note, int offset)
    {
        var held = (int)(FrameOf(note.End) - FrameOf(note.Start));
        var voice = _patch.Play(note.Pitch, note.Velocity, held, _brightness, (uint)(_next + 1));
        if (voice.Render(Bus.Left.AsSpan(offset), Bus.Right.AsSpan(offset))) _voices.Add(voice);
    }

    private long FrameOf(int tick) => _tempo.Frame(tick, Audio.SampleRate) / Audio.Grain * Audio.Grain;
}
