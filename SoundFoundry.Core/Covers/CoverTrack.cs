using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Core.Covers;

/// <summary>What a cover is drawn from.</summary>
internal sealed class CoverTrack(Artifact artifact)
{
    private readonly byte[] _peaks = artifact.Peaks is { Length: > 0 } peaks ? peaks : [0];

    /// <summary>What was never measured is told apart by the waveform alone.</summary>
    public MusicalKey Key { get; } = MusicalKey.Parse(artifact.MusicalKey)
        ?? new MusicalKey((int)(Mark(artifact.Peaks) % 12), Mark(artifact.Peaks) / 12 % 2 == 0);

    public double Brightness { get; } = artifact.Brightness is { } brightness ? Math.Clamp(brightness, 0, 1) : Mark(artifact.Peaks) / 24 % 8 / 7.0;

    public double Energy { get; } = artifact.Energy is { } energy ? Math.Clamp(energy, 0, 1) : Mark(artifact.Peaks) / 192 % 8 / 7.0;

    /// <summary>A number that is this track's own: for what has to differ but means nothing.</summary>
    public uint Fingerprint { get; } = Mark(artifact.Peaks);

    /// <summary>How loud each of <paramref name="count"/> equal stretches is beside the others: 0 the softest, 1 the loudest.</summary>
    public double[] Levels(int count)
    {
        var levels = new double[count];
        for (var i = 0; i < count; i++)
        {
            var from = (int)((long)i * _peaks.Length / count);
            var to = Math.Max(from + 1, (int)((i + 1L) * _peaks.Length / count));
            levels[i] = _peaks.AsSpan(from, to - from).ToArray().Average(peak => (double)peak);
        }

        // Loud masters leave little between soft and loud, so the ends are pulled apart, and single outliers left outside.
        var sorted = levels.Order().ToArray();
        var (low, high) = (sorted[count / 20], sorted[count - 1 - (count / 20)]);
        return [.. levels.Select(level => high > low ? Math.Clamp((level - low) / (high - low), 0, 1) : 0.5)];
    }

    /// <summary>FNV-1a.</summary>
    private static uint Mark(byte[] bytes) => bytes.Aggregate(2_166_136_261u, (hash, value) => unchecked((hash ^ value) * 16_777_619));
}
