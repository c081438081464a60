namespace SoundFoundry.Worker.Inspection;

/// <summary>What a rendered file really is.</summary>
/// <param name="Sha256">Of the whole file, hexadecimal.</param>
/// <param name="Peaks">The loudest sample of each equal stretch, 0 to 1.</param>
internal sealed record AudioFacts(long Bytes, string Sha256, double DurationSeconds, IReadOnlyList<float> Peaks)
{
    /// <summary>Nothing louder than -60 dBFS anywhere.</summary>
    public bool IsSilent => Peaks.All(peak => peak < 0.001f);
}
