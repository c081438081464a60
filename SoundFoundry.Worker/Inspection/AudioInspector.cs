using System.Security.Cryptography;

namespace SoundFoundry.Worker.Inspection;

/// <summary>Reads a rendered file and tells what it really is. WAV is read by our own code; the rest is decoded by ffmpeg.</summary>
internal static class AudioInspector
{
    private const long MaxBytes = 512 * 1024 * 1024;
    private const int BufferBytes = 128 * 1024;

    /// <exception cref="InvalidDataException">The file is no sound audio; the message says why, for the user.</exception>
    /// <exception cref="FfmpegMissingException">ffmpeg is needed for this format and is not installed.</exception>
    public static async Task<AudioFacts> InspectAsync(string path, CancellationToken cancellationToken)
    {
        const FileOptions manner = FileOptions.Asynchronous | FileOptions.SequentialScan;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, manner);
        if (file.Length > MaxBytes) throw new InvalidDataException($"The file is larger than {MaxBytes >> 20} MiB.");

        var container = await RecogniseAsync(file, cancellationToken)
            ?? throw new InvalidDataException("The file is not audio that we can read.");
        using var sha256 = SHA256.Create();
        await using var hashed = new CryptoStream(file, sha256, CryptoStreamMode.Read, leaveOpen: true);
        var meter = container == Container.Wav
            ? await WavMeasurement.MeasureAsync(hashed, cancellationToken)
            : await Decoder.DecodeAsync(path, container, WavMeasurement.MeasureAsync, cancellationToken);
        await hashed.CopyToAsync(Stream.Null, cancellationToken);
        return meter.Facts(container, file.Length, Convert.ToHexStringLower(sha256.Hash!));
    }

    private static async Task<string?> RecogniseAsync(FileStream file, CancellationToken cancellationToken)
    {
        var head = new byte[Container.HeadBytes];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        return Container.Recognise(head.AsSpan(0, read));
    }
}
