using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SoundFoundry.Worker.Inspection;

/// <summary>Reads a rendered file once, from its bytes and not from what anybody says about it.</summary>
internal static class AudioInspector
{
    private const int PeakCount = 1_000;
    private const int HeaderBytes = 44;
    private const int BlockBytes = 64 * 1024;

    /// <exception cref="InvalidDataException">Not 16-bit PCM WAV, or shorter than it says.</exception>
    public static async Task<AudioFacts> InspectAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BlockBytes, useAsync: true);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var header = new byte[HeaderBytes];
        await file.ReadExactlyAsync(header, cancellationToken);
        sha.AppendData(header);
        var (frameBytes, sampleRate, dataBytes) = Read(header);
        if (file.Length - HeaderBytes < dataBytes) throw new InvalidDataException("The file is shorter than it says.");

        var frames = dataBytes / frameBytes;
        var peaks = new float[PeakCount];
        var block = new byte[BlockBytes / frameBytes * frameBytes];
        long frame = 0;
        for (int read; (read = await file.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken)) > 0;)
        {
            sha.AppendData(block, 0, read);
            frame = Measure(block.AsSpan(0, read), frameBytes, frame, frames, peaks);
        }

        return new AudioFacts(file.Length, Convert.ToHexStringLower(sha.GetHashAndReset()), (double)frames / sampleRate, peaks);
    }

    private static long Measure(ReadOnlySpan<byte> block, int frameBytes, long frame, long frames, float[] peaks)
    {
        var samples = MemoryMarshal.Cast<byte, short>(block);
        var channels = frameBytes / 2;
        for (var i = 0; i + channels <= samples.Length && frame < frames; frame++)
        {
            ref var peak = ref peaks[frame * peaks.Length / frames];
            for (var channel = 0; channel < channels; channel++, i++) peak = Math.Max(peak, Math.Abs(samples[i] / 32768f));
        }

        return frame;
    }

    private static (int FrameBytes, int SampleRate, long DataBytes) Read(ReadOnlySpan<byte> header)
    {
        var isPcm16 = header[..4].SequenceEqual("RIFF"u8) && header[8..16].SequenceEqual("WAVEfmt "u8)
            && BinaryPrimitives.ReadInt16LittleEndian(header[20..]) == 1 && BinaryPrimitives.ReadInt16LittleEndian(header[34..]) == 16
            && header[36..40].SequenceEqual("data"u8);
        var channels = BinaryPrimitives.ReadInt16LittleEndian(header[22..]);
        var sampleRate = BinaryPrimitives.ReadInt32LittleEndian(header[24..]);
        if (!isPcm16 || channels is < 1 or > 2 || sampleRate is < 8_000 or > 192_000) throw new InvalidDataException("This is not 16-bit PCM WAV.");
        return (channels * 2, sampleRate, BinaryPrimitives.ReadUInt32LittleEndian(header[40..]));
    }
}
