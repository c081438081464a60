using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Worker.Inspection;

namespace SoundFoundry.Worker.Renditions;

/// <summary>Which renditions this worker can make, which is for its ffmpeg to say.</summary>
/// <param name="program">Its name, looked for where the system looks for programs, or its path.</param>
internal sealed partial class Encoders(string program, TimeProvider clock)
{
    public const string Ffmpeg = "ffmpeg";

    /// <summary>An ffmpeg that is installed later is found without a restart.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    /// <summary>Whoever asks has something else to do, and soon.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<RenditionKind, string> Needed = new()
    {
        [RenditionKind.Wav] = "pcm_s16le",
        [RenditionKind.Mp3] = "libmp3lame",
        [RenditionKind.Flac] = "flac",
        [RenditionKind.Ogg] = "libvorbis",
        [RenditionKind.Cover] = "png",
        [RenditionKind.Spectrogram] = "pcm_f32le",
    };

    private Answer? _known;

    /// <summary>As it was within the last minute. Without ffmpeg none, though a spectrogram can be drawn of some audio even then.</summary>
    public async Task<IReadOnlyList<RenditionKind>> MakesAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && clock.GetElapsedTime(known.At) < GoodFor) return known.Kinds;
        // A machine with no time to answer says nothing of what is installed, and is not asked again with each sign of life.
        IReadOnlyList<RenditionKind> kinds = await NamesAsync(cancellationToken) is { } names
            ? [.. Needed.Where(need => names.Contains(need.Value)).Select(need => need.Key)]
            : _known?.Kinds ?? [.. Needed.Keys];
        _known = new Answer(kinds, clock.GetTimestamp());
        return kinds;
    }

    /// <summary>None without ffmpeg; null if it could not be asked now.</summary>
    private async Task<HashSet<string>?> NamesAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var ffmpeg = Process.Start(new ProcessStartInfo(program, ["-v", "error", "-nostdin", "-encoders"]) { RedirectStandardOutput = true })!;
            try
            {
                var list = await ffmpeg.StandardOutput.ReadToEndAsync(limit.Token);
                return [.. Entry().Matches(list).Select(entry => entry.Groups["name"].Value)];
            }
            finally
            {
                ffmpeg.Kill(); // it has said all, or is not waited for
            }
        }
        catch (Win32Exception exception)
        {
            return exception.NativeErrorCode == Decoder.NoSuchFile ? [] : null;
        }
        catch (Exception exception) when (exception is IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private sealed record Answer(IReadOnlyList<RenditionKind> Kinds, long At);

    // Six letters of what it can do, and its name: " A....D libmp3lame           libmp3lame MP3".
    [GeneratedRegex(@"^ [A-Z.]{6} (?<name>\S+)", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
