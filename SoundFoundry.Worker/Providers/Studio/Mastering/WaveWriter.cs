using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SoundFoundry.Worker.Providers.Studio.Synthesis;

namespace SoundFoundry.Worker.Providers.Studio.Mastering;

/// <summary>Writes RIFF/WAVE, 16 bit stereo; the length is known beforehand, so the stream is never sought.</summary>
internal static class WaveWriter
{
    private const int HeaderBytes = 44;
    private const int FrameBytes = 4;

    public static void WriteHeader(Stream wav, int frames)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderBytes - 8 + (frames * FrameBytes));
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 2);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], Audio.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], Audio.SampleRate * FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], frames * FrameBytes);
        wav.Write(header);
    }

    public static void WriteSamples(Stream wav, Span<short> interleaved)
    {
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(interleaved, interleaved);
        wav.Write(MemoryMarshal.AsBytes(interleaved));
    }
}
