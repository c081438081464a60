using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Tracks;
using SoundFoundry.Worker.Inspection;
using SoundFoundry.Worker.Renders;

namespace SoundFoundry.Worker.Renditions;

/// <summary>From the stored audio to the stored rendition.</summary>
internal sealed class RenditionMaker(IAudioStore store, Encoders encoders)
{
    /// <returns>How large it became.</returns>
    /// <exception cref="InvalidDataException">It can't be made of this audio; or, with a <see cref="TimeoutException"/> inside, not now.</exception>
    /// <exception cref="FfmpegMissingException">It takes ffmpeg, and there is none.</exception>
    public async Task<long> MakeAsync(
        RenditionKind kind, Track track, Artifact artifact, string key, CancellationToken cancellationToken)
    {
        // Of some audio our own code draws it.
        if (kind != RenditionKind.Spectrogram && !(await encoders.MakesAsync(cancellationToken)).Contains(kind))
            throw new FfmpegMissingException($"No ffmpeg here makes {kind}.");

        using var output = new Workspace();
        if (kind == RenditionKind.Cover) await CoverPicture.DrawAsync(artifact, output.Path, cancellationToken);
        else await MakeOfAudioAsync(kind, track, artifact, output.Path, cancellationToken);

        await using var made = File.OpenRead(output.Path);
        await store.PutAsync(key, made, cancellationToken);
        return made.Length;
    }

    private async Task MakeOfAudioAsync(
        RenditionKind kind, Track track, Artifact artifact, string output, CancellationToken cancellationToken)
    {
        using var source = new Workspace();
        await FetchAsync(artifact.Key, source.Path, cancellationToken);
        if (kind == RenditionKind.Spectrogram) await PaintAsync(artifact, source.Path, output, cancellationToken);
        else await TaggedAudio.MakeAsync(kind, track, artifact, source.Path, output, cancellationToken);
    }

    private async Task FetchAsync(string key, string path, CancellationToken cancellationToken)
    {
        await using var stored = await store.OpenAsync(key, cancellationToken)
            ?? throw new FileNotFoundException("The audio is not stored now.", key);
        await using var file = File.Create(path);
        await stored.Content.CopyToAsync(file, cancellationToken);
    }

    private static async Task PaintAsync(Artifact artifact, string source, string output, CancellationToken cancellationToken)
    {
        var container = Container.Of(artifact.Key);
        await using var wav = File.OpenRead(source);
        var spectrogram = container == Container.Wav
            ? await HearAsync(wav, cancellationToken)
            : await Decoder.DecodeAsync(source, container, HearAsync, cancellationToken);
        await using var png = File.Create(output);
        Png.Write(png, Spectrogram.Width, Spectrogram.Height, spectrogram.Finish(), SpectrogramColours.Palette(Spectrogram.Shades));

        Task<Spectrogram> HearAsync(Stream samples, CancellationToken token) =>
            WavMeasurement.MeasureAsync(samples, format => new Spectrogram(format, artifact.DurationSeconds), token);
    }
}
