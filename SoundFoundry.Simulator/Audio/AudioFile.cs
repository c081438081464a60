using SoundFoundry.Simulator.Faults;
using SoundFoundry.Simulator.Models;
using SoundFoundry.Simulator.Renders;

namespace SoundFoundry.Simulator.Audio;

/// <summary>The file a render leaves: the same bytes for the same model, input and pace.</summary>
internal sealed record AudioFile(Render Render, AudioFormat Format, Wave Wave)
{
    private const int LoadSampleRate = 16_000;

    public string Name => Format == AudioFormat.Mp3 ? "output.mp3" : "output.wav";

    public string ContentType => Format == AudioFormat.Mp3 ? "audio/mpeg" : "audio/wav";

    /// <summary>In bytes; null when only making it would tell.</summary>
    public long? Size => Format == AudioFormat.Wav && Render.Artifact != FaultKind.HugeAudio ? Wave.Size : null;

    public static AudioFile Of(Render render)
    {
        var rate = render.IsMono ? LoadSampleRate : render.Model.SampleRate;
        var channels = render.IsMono ? 1 : 2;
        var seconds = render.Model.Seconds(render.Input) * (render.Artifact == FaultKind.WrongLength ? 0.5 : 1);
        Func<short[]> loop = render.Artifact == FaultKind.SilentAudio
            ? () => new short[rate * channels]
            : () => Chime.Loop(AudioSeed.Mixed(render), rate, channels);
        return new AudioFile(render, render.Model.Format(render.Input), new Wave(loop, rate, channels, seconds));
    }

    public string Address(Uri origin) => $"{new Uri(origin, $"/files/{Render.Id}/{Name}")}";
}
