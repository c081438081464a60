namespace SoundFoundry.Worker.Providers.Studio;

/// <summary>What the built-in synthesiser is asked for.</summary>
/// <param name="Prompt">Free text; words it does not know only colour the chance.</param>
/// <param name="Tags">Read as further words of the prompt.</param>
/// <param name="DurationSeconds">5 to 240.</param>
/// <param name="StyleStrength">0 (plain) to 1 (bold).</param>
/// <param name="HasVocals">Adds a choir that sings vowels, never words.</param>
/// <param name="Seed">Another seed gives another piece in the same style.</param>
internal sealed record StudioRequest(
    string Prompt,
    IReadOnlyList<string> Tags,
    double DurationSeconds,
    double StyleStrength,
    bool HasVocals,
    long Seed);
