using SoundFoundry.Core.Jobs;

namespace SoundFoundry.Api.Tracks;

/// <param name="Peaks">The loudest sample of each equal stretch, 0 to 1.</param>
public sealed record TrackPeaks(double DurationS, IReadOnlyList<double> Peaks)
{
    internal const int Fewest = 50;
    internal const int Usual = 1_000;
    internal const int Most = 2_000;

    /// <summary>As many as asked for, or as were measured where that is fewer.</summary>
    internal static TrackPeaks Of(Artifact artifact, int points)
    {
        var measured = artifact.Peaks;
        var peaks = new double[Math.Min(points, measured.Length)];
        for (var i = 0; i < measured.Length; i++)
        {
            ref var peak = ref peaks[(long)i * peaks.Length / measured.Length];
            peak = Math.Max(peak, Math.Round(measured[i] / 255.0, 3));
        }

        return new TrackPeaks(artifact.DurationSeconds, peaks);
    }
}
