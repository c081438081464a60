using System.ComponentModel;
using FFMpegCore;
using FFMpegCore.Exceptions;
using SoundFoundry.Worker.Inspection;

namespace SoundFoundry.Worker.Renditions;

/// <summary>Lets ffmpeg make a file of others whose formats it is told, within limits of time, memory and size.</summary>
internal static class Encoder
{
    /// <summary>20 minutes of what is richest still fit.</summary>
    private const long MaxBytes = 768L * 1024 * 1024;

    private const int Killed = 137;
    private const string Whitelist = "-protocol_whitelist file,pipe";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    /// <param name="inputs">Each with the options that stand before it, its format at least.</param>
    /// <exception cref="InvalidDataException">It could not be made.</exception>
    /// <exception cref="FfmpegMissingException">ffmpeg is not installed.</exception>
    /// <exception cref="IOException">There was no room for it, or ffmpeg was ended from outside.</exception>
    /// <exception cref="TimeoutException">It took too long here and now.</exception>
    public static async Task EncodeAsync(
        IReadOnlyList<(string Path, string Options)> inputs, string options, string output, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            // Limits stand before the first input, and hold for the process.
            var arguments = FFMpegArguments.FromFileInput(
                inputs[0].Path, verifyExists: false, input => input.WithCustomArgument($"{Decoder.Limits} {inputs[0].Options}"));
            foreach (var (path, before) in inputs.Skip(1))
                arguments = arguments.AddFileInput(path, verifyExists: false, input => input.WithCustomArgument($"{Whitelist} {before}"));
            await arguments
                .OutputToFile(output, overwrite: true, result => result.WithCustomArgument($"{options} -fs {MaxBytes}"))
                .ProcessAsynchronously(throwOnError: true, null, limit.Token);
        }
        catch (Exception missing) when (missing.GetBaseException() is Win32Exception { NativeErrorCode: Decoder.NoSuchFile })
        {
            throw new FfmpegMissingException("ffmpeg is not installed.", missing);
        }
        catch (FFMpegException failure) when (IsOfThisMachine(failure))
        {
            throw new IOException("ffmpeg was stopped by this machine.", failure);
        }
        catch (FFMpegException failure)
        {
            throw new InvalidDataException("ffmpeg could not make it.", failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"It took longer than {Patience.TotalSeconds:0} s.");
        }

        // ffmpeg ends quietly where it has nothing to write, and where the file would grow beyond its limit.
        if (new FileInfo(output) is not { Exists: true, Length: > 0 and < MaxBytes }) throw new InvalidDataException("It would be empty or too large.");
    }

    /// <summary>Whether it says nothing of the audio: the disk was full, or somebody killed it, such as a system without memory.</summary>
    private static bool IsOfThisMachine(FFMpegException failure) =>
        failure.Message.Contains("No space left on device", StringComparison.Ordinal)
        || failure.Message.Contains($"exit-code ({Killed} ", StringComparison.Ordinal);
}
