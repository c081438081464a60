using SoundFoundry.Core.Covers;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Worker.Inspection;

/// <summary>What a rendered file really is, measured from its samples and not from what anybody says about it.</summary>
/// <param name="Container">What the file is by its bytes, as ffmpeg names it.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Sha256">Of the whole file, hexadecimal.</param>
/// <param name="DurationSeconds">Of the samples that could be read.</param>
/// <param name="SampleRate">Hertz.</param>
/// <param name="Peaks">At most 2,000 values, the loudest sample of each equal stretch of time, 0 to 1.</param>
/// <param name="LongestSilenceSeconds">The longest stretch without a sample above -60 dBFS.</param>
/// <param name="ClippedSamples">Samples at full scale or beyond.</param>
/// <param name="TruePeakDb">The highest level between the samples too, in dBTP; negative infinity for digital silence.</param>
/// <param name="LoudnessLufs">Integrated loudness (ITU-R BS.1770-4); null if nothing is loud enough to count.</param>
/// <param name="Key">The key it is heard in; null if it is in none that can be told.</param>
/// <param name="Brightness">0 (dull) to 1 (bright).</param>
/// <param name="Energy">0 (still) to 1 (driving).</param>
internal sealed record AudioFacts(
    string Container,
    long Bytes,
    string Sha256,
    double DurationSeconds,
    int SampleRate,
    int Channels,
    IReadOnlyList<float> Peaks,
    double LongestSilenceSeconds,
    long ClippedSamples,
    double TruePeakDb,
    double? LoudnessLufs,
    MusicalKey? Key,
    double Brightness,
    double Energy)
{
    /// <summary>Nothing louder than -60 dBFS anywhere.</summary>
    public bool IsSilent => Peaks.All(peak => peak < Envelope.Silence);

    /// <summary>What a row says of the file, stored under this key.</summary>
    public Artifact ToArtifact(string key) => new(
        key, AudioKey.ContentType(key), Bytes, Sha256, DurationSeconds,
        [.. Peaks.Select(peak => (byte)Math.Round(Math.Clamp(peak, 0, 1) * 255))], Key?.ToString(), Brightness, Energy);

    /// <summary>Of the stored file, without the dot.</summary>
    public string Extension => Container == "mp4" ? "m4a" : Container;
}
