using System.Diagnostics;

namespace SoundFoundry.Simulator.Audio;

internal static class Mp3
{
    /// <summary>Encodes through ffmpeg, which must be on the PATH.</summary>
    public static async Task<byte[]> EncodeAsync(Wave wave, CancellationToken cancellationToken)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg",
            ["-v", "error", "-f", "wav", "-i", "pipe:0", "-f", "mp3", "-b:a", "128k", "-write_xing", "0", "pipe:1"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var encoded = new MemoryStream();
        try
        {
            var reading = ffmpeg.StandardOutput.BaseStream.CopyToAsync(encoded, cancellationToken);
            await wave.WriteAsync(ffmpeg.StandardInput.BaseStream, wave.Size, cancellationToken);
            ffmpeg.StandardInput.Close();
            await reading;
            await ffmpeg.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            if (!ffmpeg.HasExited) ffmpeg.Kill();
        }

        return ffmpeg.ExitCode == 0
            ? encoded.ToArray()
            : throw new InvalidOperationException("ffmpeg could not write the MP3; its lines above say why.");
    }
}
