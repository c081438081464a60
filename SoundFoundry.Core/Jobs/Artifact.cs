namespace SoundFoundry.Core.Jobs;

/// <summary>The audio that won: named by the commit that completed the job.</summary>
/// <param name="Peaks">Loudest sample of each equal stretch of time, 0 to 255.</param>
public sealed record Artifact(string Key, string ContentType, long Bytes, string Sha256, double DurationSeconds, byte[] Peaks);
