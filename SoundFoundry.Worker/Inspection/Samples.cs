using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SoundFoundry.Worker.Inspection;

/// <summary>Interleaved bytes to one plane of floats per channel, full scale at 1.</summary>
internal static class Samples
{
    public static void Spread(ReadOnlySpan<byte> bytes, WavFormat format, float[][] planes, int offset)
    {
        for (var channel = 0; channel < planes.Length; channel++)
        {
            var plane = planes[channel].AsSpan(offset, bytes.Length / format.FrameBytes);
            if (format.Encoding == WavEncoding.Signed16 && BitConverter.IsLittleEndian)
                Spread16(MemoryMarshal.Cast<byte, short>(bytes), channel, planes.Length, plane);
            else
                SpreadAny(bytes[(channel * format.SampleBytes)..], format, plane);
        }
    }

    private static void Spread16(ReadOnlySpan<short> samples, int channel, int channels, Span<float> plane)
    {
        for (int i = 0, from = channel; i < plane.Length; i++, from += channels) plane[i] = samples[from] * (1f / 32768);
    }

    private static void SpreadAny(ReadOnlySpan<byte> bytes, WavFormat format, Span<float> plane)
    {
        for (int i = 0, from = 0; i < plane.Length; i++, from += format.FrameBytes)
        {
            plane[i] = One(bytes[from..], format.Encoding);
            if (!float.IsFinite(plane[i])) throw new InvalidDataException("The file has samples that are no numbers.");
        }
    }

    private static float One(ReadOnlySpan<byte> sample, WavEncoding encoding) => encoding switch
    {
        WavEncoding.Unsigned8 => (sample[0] - 128) / 128f,
        WavEncoding.Signed16 => BinaryPrimitives.ReadInt16LittleEndian(sample) / 32768f,
        WavEncoding.Signed24 => (sample[0] | (sample[1] << 8) | ((sbyte)sample[2] << 16)) / 8388608f,
        WavEncoding.Signed32 => BinaryPrimitives.ReadInt32LittleEndian(sample) / 2147483648f,
        WavEncoding.Float32 => BinaryPrimitives.ReadSingleLittleEndian(sample),
        _ => (float)BinaryPrimitives.ReadDoubleLittleEndian(sample),
    };
}
