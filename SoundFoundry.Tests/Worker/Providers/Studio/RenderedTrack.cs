using System.Buffers.Binary;
using SoundFoundry.Worker.Providers.Studio;

namespace SoundFoundry.Tests.Worker.Providers.Studio;

/// <summary>A composition rendered in memory and read back as any player would.</summary>
internal sealed record RenderedTrack(Composition Composition, byte[] Wav)
{
    public const int SampleRate = 44_100;
    public const int HeaderBytes = 44;

    public int Frames => (Wav.Length - HeaderBytes) / 4;

    public double Seconds => Frames / (double)SampleRate;

    public static RenderedTrack Of(string prompt, double seconds, double strength = 0.5, bool vocals = false, long seed = 1)
    {
        var composition = Composer.Compose(new StudioRequest(prompt, [], seconds, strength, vocals, seed));
        using var wav = new MemoryStream();
        Synthesizer.Render(composition, wav, new ProgressLog(), TestContext.Current.CancellationToken);
        return new RenderedTrack(composition, wav.ToArray());
    }

    public float Left(int frame) => BinaryPrimitives.ReadInt16LittleEndian(Wav.AsSpan(HeaderBytes + (4 * frame))) / 32768f;

    public float Right(int frame) => BinaryPrimitives.ReadInt16LittleEndian(Wav.AsSpan(HeaderBytes + 2 + (4 * frame))) / 32768f;

    public float Mono(int frame) => 0.5f * (Left(frame) + Right(frame));

    /// <summary>The longest stretch before a moment in which no sample reaches -60 dBFS, in seconds.</summary>
    public double LongestSilence(double until)
    {
        var (longest, current) = (0, 0);
        for (var frame = 0; frame < Math.Min(Frames, (int)(until * SampleRate)); frame++)
        {
            current = Math.Max(Math.Abs(Left(frame)), Math.Abs(Right(frame))) < 0.001f ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest / (double)SampleRate;
    }

    public double Decibels(double from, double to)
    {
        var energy = 0.0;
        var (first, last) = ((int)(from * SampleRate), Math.Min(Frames, (int)(to * SampleRate)));
        for (var frame = first; frame < last; frame++) energy += (Left(frame) * Left(frame)) + (Right(frame) * Right(frame));
        return 10.0 * Math.Log10((energy / (2 * (last - first))) + 1e-12);
    }
}
