using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SoundFoundry.Simulator.Audio;

/// <summary>A 16 bit PCM WAV, written as it is made.</summary>
/// <param name="Loop">Makes the samples that are repeated.</param>
internal sealed record Wave(Func<short[]> Loop, int SampleRate, int Channels, double Seconds)
{
    public const int HeaderSize = 44;

    private const int BytesPerSample = sizeof(short);

    /// <summary>The whole file's, in bytes.</summary>
    public long Size => HeaderSize + DataSize;

    private long DataSize => (long)Math.Round(Seconds * SampleRate) * Channels * BytesPerSample;

    /// <summary>Writes at most so many bytes of it.</summary>
    public async Task WriteAsync(Stream output, long bytes, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Header((uint)DataSize), cancellationToken);
        await RepeatAsync(output, Math.Min(bytes - HeaderSize, DataSize), cancellationToken);
    }

    /// <summary>Writes and never comes to an end.</summary>
    public async Task WriteForeverAsync(Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Header(uint.MaxValue - HeaderSize), cancellationToken);
        await RepeatAsync(output, long.MaxValue, cancellationToken);
    }

    private async Task RepeatAsync(Stream output, long bytes, CancellationToken cancellationToken)
    {
        var loop = MemoryMarshal.AsBytes<short>(Loop()).ToArray();
        for (var left = bytes; left > 0; left -= loop.Length)
            await output.WriteAsync(loop.AsMemory(0, (int)Math.Min(left, loop.Length)), cancellationToken);
    }

    private byte[] Header(uint dataSize)
    {
        var header = new byte[HeaderSize];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), dataSize + HeaderSize - 8);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), (ushort)Channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), (uint)SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), (uint)(SampleRate * Channels * BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), (ushort)(Channels * BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(34), 8 * BytesPerSample);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), dataSize);
        return header;
    }
}
