using System.Text.RegularExpressions;

namespace SoundFoundry.Worker.Providers.Remote.Answers;

internal static partial class ContentPolicy
{
    /// <summary>Whether a provider's words say that it refused something for its content, and not for its form.</summary>
    public static bool Named(string words) => Refusal().IsMatch(words);

    [GeneratedRegex(
        @"\bE005\b|\bflagged\b|\bsensitive (content|words?|terms?|input|output)\b|\bnew_sensitive\b|content[_ -](policy|moderation|filter)|\bmoderation\b"
        + @"|terms of (service|use)|\bnsfw\b|safety (system|filter|check)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Refusal();
}
