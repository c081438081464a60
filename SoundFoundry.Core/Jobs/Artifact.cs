namespace SoundFoundry.Core.Jobs;

/// <summary>The audio that won: named by the commit that completed the job.</summary>
/// <param name="Peaks">Loudest sample of each equal stretch of time, 0 to 255.</param>
/// <param name="MusicalKey">The key it is heard in, such as <c>A minor</c>; null if unknown.</param>
/// <param name="Brightness">0 (dull) to 1 (bright); null for what was made before it was measured.</param>
/// <param name="Energy">0 (still) to 1 (driving); null likewise.</param>
public sealed record Artifact(
    string Key, string ContentType, long Bytes, string Sha256, double DurationSeconds, byte[] Peaks,
    string? MusicalKey = null, double? Brightness = null, double? Energy = null);
