using System.Buffers.Binary;

namespace SoundFoundry.Worker.Inspection;

/// <summary>What stands before the samples of a RIFF/WAVE file.</summary>
/// <param name="DataBytes">Null when the writer did not know: the samples then last until the end.</param>
internal sealed record WavHeader(WavFormat Format, long? DataBytes)
{
    private const int MaxBytesBeforeData = 1024 * 1024;
    private const int MinFormatBytes = 16;
    private const int MaxFormatBytes = 256;

    /// <summary>Reads from the start of <paramref name="wav"/> up to the first sample, without seeking.</summary>
    /// <exception cref="InvalidDataException">Not a WAVE file we can read.</exception>
    public static async Task<WavHeader> ReadAsync(Stream wav, CancellationToken cancellationToken)
    {
        var start = await TakeAsync(wav, 12, cancellationToken);
        if (!start.AsSpan(0, 4).SequenceEqual("RIFF"u8) || !start.AsSpan(8).SequenceEqual("WAVE"u8))
            throw new InvalidDataException("The file is not WAV.");

        WavFormat? format = null;
        for (var seen = 0L; seen < MaxBytesBeforeData;)
        {
            var chunk = await TakeAsync(wav, 8, cancellationToken);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk.AsSpan(4));
            if (chunk.AsSpan(0, 4).SequenceEqual("data"u8))
            {
                if (format is null) throw new InvalidDataException("The WAV file does not say its format.");
                return new WavHeader(format, size is 0 or uint.MaxValue ? null : size);
            }

            var padded = size + (size & 1L);
            if (padded > MaxBytesBeforeData) break;
            var content = await TakeAsync(wav, (int)padded, cancellationToken);
            if (chunk.AsSpan(0, 4).SequenceEqual("fmt "u8)) format = ReadFormat(content);
            seen += padded + chunk.Length;
        }

        throw new InvalidDataException("The WAV file has no samples where they should be.");
    }

    private static WavFormat ReadFormat(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length is < MinFormatBytes or > MaxFormatBytes) throw new InvalidDataException("The WAV file's format is malformed.");
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (tag == 0xFFFE && chunk.Length >= 26) tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        WavEncoding? encoding = (tag, bits) switch
        {
            (1, 8) => WavEncoding.Unsigned8,
            (1, 16) => WavEncoding.Signed16,
            (1, 24) => WavEncoding.Signed24,
            (1, 32) => WavEncoding.Signed32,
            (3, 32) => WavEncoding.Float32,
            (3, 64) => WavEncoding.Float64,
            _ => null,
        };
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]), rate = BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]);
        if (encoding is null || channels is < 1 or > 8 || rate is < 8_000 or > 192_000)
        {
            throw new InvalidDataException(
                $"The WAV file has a format we do not read: kind {tag}, {bits} bits, {channels} channels, {rate} Hz.");
        }

        var format = new WavFormat(rate, channels, encoding.Value);
        return BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]) == format.FrameBytes
            ? format
            : throw new InvalidDataException("The WAV file's format contradicts itself.");
    }

    private static async Task<byte[]> TakeAsync(Stream wav, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        try
        {
            await wav.ReadExactlyAsync(bytes, cancellationToken);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException("The WAV file ends before its first sample.");
        }

        return bytes;
    }
}
