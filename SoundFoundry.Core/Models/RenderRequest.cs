using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Core.Models;

/// <summary>What to make, in our own words; each provider maps it onto its model's fields.</summary>
/// <param name="DurationSeconds">5 to 240.</param>
/// <param name="StyleStrength">0, plain, to 1, bold.</param>
public sealed record RenderRequest(
    string Prompt,
    string? Lyrics,
    IReadOnlyList<string> Tags,
    string? NegativePrompt,
    double DurationSeconds,
    bool HasVocals,
    double StyleStrength,
    long Seed)
{
    public static RenderRequest Of(Track track) => new(
        track.Prompt, string.IsNullOrWhiteSpace(track.Lyrics) ? null : track.Lyrics, track.Tags, track.NegativePrompt,
        track.DurationSeconds, track.HasVocals, track.StyleStrength, track.Seed);
}
