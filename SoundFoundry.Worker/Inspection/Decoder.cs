using System.ComponentModel;
using FFMpegCore;
using FFMpegCore.Exceptions;
using FFMpegCore.Pipes;

namespace SoundFoundry.Worker.Inspection;

/// <summary>Lets ffmpeg decode a file it is told the format of, within limits, and hands on the samples while they come.</summary>
internal static class Decoder
{
    // 64 MiB for one allocation, 60 s of one core.
    public const string Limits = "-nostdin -v error -xerror -max_alloc 67108864 -timelimit 60 -threads 1 -protocol_whitelist file,pipe";
    public const int NoSuchFile = 2;
    private const string PlainWav = "-map 0:a:0 -map_metadata -1 -vn -sn -dn -c:a pcm_f32le -f wav -bitexact";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <param name="container">Forced on ffmpeg: left to guess, it may take text for a playlist and open what that names.</param>
    public static async Task<T> DecodeAsync<T>(
        string path, string container, Func<Stream, CancellationToken, Task<T>> readWavAsync, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        T? result = null;
        Exception? refusal = null;
        var samples = new StreamPipeSink(async (wav, token) =>
        {
            try
            {
                result = await readWavAsync(wav, token);
            }
            catch (InvalidDataException unsound)
            {
                refusal = unsound;
                await limit.CancelAsync();
            }
        });

        try
        {
            await FFMpegArguments
                .FromFileInput(path, verifyExists: false, input => input.WithCustomArgument($"{Limits} -f {container}"))
                .OutputToPipe(samples, output => output.WithCustomArgument(PlainWav))
                .ProcessAsynchronously(throwOnError: true, null, limit.Token);
        }
        catch (Exception missing) when (missing.GetBaseException() is Win32Exception { NativeErrorCode: NoSuchFile })
        {
            throw new FfmpegMissingException($"ffmpeg is needed to read {container} audio and is not installed.", missing);
        }
        catch (Exception failure) when (refusal is not null || failure is FFMpegException)
        {
            throw refusal ?? new InvalidDataException("The file is damaged: it cannot be decoded.", failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidDataException($"The file took longer than {Patience.TotalSeconds:0} s to decode.", new TimeoutException());
        }

        return refusal is null ? result! : throw refusal;
    }
}
