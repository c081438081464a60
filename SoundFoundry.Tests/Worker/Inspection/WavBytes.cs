using System.Buffers.Binary;
using System.Text;

namespace SoundFoundry.Tests.Worker.Inspection;

internal static class WavBytes
{
    public static byte[] Header(int tag, int channels, int sampleRate, int bits, uint dataBytes) =>
        [.. Chunk("RIFF", dataBytes + 36), .. "WAVE"u8, .. Format(tag, channels, sampleRate, bits), .. Chunk("data", dataBytes)];

    public static byte[] Format(int tag, int channels, int sampleRate, int bits) =>
        [.. Chunk("fmt ", 16), .. Two(tag), .. Two(channels), .. Four((uint)sampleRate),
            .. Four((uint)(sampleRate * channels * bits / 8)), .. Two(channels * bits / 8), .. Two(bits)];

    public static byte[] Chunk(string name, uint size) => [.. Encoding.ASCII.GetBytes(name), .. Four(size)];

    private static byte[] Two(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteInt16LittleEndian(bytes, (short)value);
        return bytes;
    }

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
