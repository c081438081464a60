namespace SoundFoundry.Worker.Inspection;

/// <summary>Reads a WAV stream once, from its start to its end, and measures it on the way.</summary>
internal static class WavMeasurement
{
    /// <summary>No model renders longer; a small file that unpacks to more is an attack or a mistake.</summary>
    public const double MaxSeconds = 20 * 60;

    public static Task<AudioMeter> MeasureAsync(Stream wav, CancellationToken cancellationToken) =>
        MeasureAsync(wav, format => new AudioMeter(format), cancellationToken);

    public static async Task<T> MeasureAsync<T>(Stream wav, Func<WavFormat, T> begin, CancellationToken cancellationToken)
        where T : ISampleMeter
    {
        var header = await WavHeader.ReadAsync(wav, cancellationToken);
        var meter = begin(header.Format);
        var block = new byte[AudioMeter.BlockFrames * header.Format.FrameBytes];
        var left = header.DataBytes ?? long.MaxValue;
        while (left > 0)
        {
            var wanted = (int)Math.Min(block.Length, left);
            var read = await wav.ReadAtLeastAsync(block.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, cancellationToken);
            Measure(meter, block.AsSpan(0, read - (read % header.Format.FrameBytes)), header.Format);
            if (read < wanted && header.DataBytes is not null) throw new InvalidDataException("The file is shorter than it says.");
            if (read < wanted) break;
            left -= read;
        }

        if (meter.Seconds == 0) throw new InvalidDataException("The file has no samples.");
        await wav.CopyToAsync(Stream.Null, cancellationToken); // tags may follow the samples
        return meter;
    }

    private static void Measure(ISampleMeter meter, ReadOnlySpan<byte> block, WavFormat format)
    {
        Samples.Spread(block, format, meter.Planes, TruePeak.History);
        meter.Add(block.Length / format.FrameBytes);
        if (meter.Seconds > MaxSeconds) throw new InvalidDataException($"The audio is longer than {MaxSeconds / 60:0} minutes.");
    }
}
