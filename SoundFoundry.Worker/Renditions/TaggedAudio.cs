using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Tracks;
using SoundFoundry.Worker.Inspection;
using SoundFoundry.Worker.Renders;

namespace SoundFoundry.Worker.Renditions;

/// <summary>A track's audio in the format that was asked for, with its title, prompt, lyrics and cover inside.</summary>
internal static class TaggedAudio
{
    // Players read a mono or stereo file everywhere.
    private const string AtMostStereo = "-af aformat=channel_layouts=stereo|mono";
    private const string Attached =
        "-map 2:v:0 -c:v copy -disposition:v:0 attached_pic -metadata:s:v title=Cover -metadata:s:v comment=\"Cover (front)\"";

    public static async Task MakeAsync(
        RenditionKind kind, Track track, Artifact artifact, string source, string output, CancellationToken cancellationToken)
    {
        using var cover = new Workspace();
        using var tags = new Workspace();
        var hasCover = kind != RenditionKind.Wav && await HasCoverAsync(artifact, cover.Path, cancellationToken);
        var inTags = hasCover && kind == RenditionKind.Ogg ? await File.ReadAllBytesAsync(cover.Path, cancellationToken) : null;
        await File.WriteAllTextAsync(tags.Path, TrackTags.Of(track, inTags), cancellationToken);

        var container = Container.Of(artifact.Key);
        List<(string, string)> inputs = [(source, $"-f {container}"), (tags.Path, "-f ffmetadata")];
        var picture = hasCover && inTags is null;
        if (picture) inputs.Add((cover.Path, "-f png_pipe"));
        var codec = container == kind.Name() ? "-c:a copy" : await CodecAsync(kind, container, source, cancellationToken);
        await Encoder.EncodeAsync(
            inputs, $"-map 0:a:0 {(picture ? Attached : "")} -map_metadata 1 -map_metadata:s:a -1 {codec} {Muxer(kind)}", output, cancellationToken);
    }

    /// <summary>A file without a picture is better than none.</summary>
    private static async Task<bool> HasCoverAsync(Artifact artifact, string path, CancellationToken cancellationToken)
    {
        try
        {
            await CoverPicture.DrawAsync(artifact, path, cancellationToken);
            return true;
        }
        catch (InvalidDataException)
        {
            // This ffmpeg was built without SVG.
            return false;
        }
    }

    private static async Task<string> CodecAsync(RenditionKind kind, string container, string source, CancellationToken cancellationToken) => kind switch
    {
        RenditionKind.Mp3 => $"-c:a libmp3lame -q:a 0 {AtMostStereo}",
        RenditionKind.Ogg => $"-c:a libvorbis -q:a 6 {AtMostStereo}",
        RenditionKind.Flac when await IsDeepAsync(container, source, cancellationToken) => "-c:a flac -sample_fmt s32 -bits_per_raw_sample 24",
        RenditionKind.Flac => "-c:a flac -sample_fmt s16",
        _ => "-c:a pcm_s16le",
    };

    private static string Muxer(RenditionKind kind) => kind == RenditionKind.Mp3 ? "-id3v2_version 3 -f mp3" : $"-f {kind.Name()}";

    /// <summary>Whether it has more than 16 bits to keep; what was lossy once has not.</summary>
    private static async Task<bool> IsDeepAsync(string container, string source, CancellationToken cancellationToken)
    {
        if (container != Container.Wav) return false;
        await using var wav = File.OpenRead(source);
        return (await WavHeader.ReadAsync(wav, cancellationToken)).Format.Encoding is not (WavEncoding.Signed16 or WavEncoding.Unsigned8);
    }
}
