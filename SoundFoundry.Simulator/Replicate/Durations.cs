using System.Globalization;
using System.Text.RegularExpressions;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>Lengths of time as Replicate's headers write them.</summary>
internal static partial class Durations
{
    private const int LongestWaitS = 60;

    /// <summary><c>Cancel-After: 30 | 30s | 5m | 2h | 1m30s</c>, from five seconds to a day; null for anything else.</summary>
    public static TimeSpan? CancelAfter(string? header)
    {
        if (string.IsNullOrEmpty(header) || Written().Match(header) is not { Success: true } match) return null;
        var after = TimeSpan.FromSeconds(3_600 * Part(match, "h") + 60 * Part(match, "m") + Part(match, "s"));
        return after >= TimeSpan.FromSeconds(5) && after <= TimeSpan.FromDays(1) ? after : null;
    }

    /// <summary><c>Prefer: wait</c> or <c>wait=n</c>, at most a minute; null when nothing is preferred.</summary>
    public static TimeSpan? Wait(string? header) =>
        header == "wait" ? TimeSpan.FromSeconds(LongestWaitS)
        : header?.Split('=') is ["wait", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 1, LongestWaitS))
            : null;

    private static int Part(Match match, string unit) =>
        match.Groups[unit] is { Success: true } part ? int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<h>\d{1,4})h)?(?:(?<m>\d{1,5})m)?(?:(?<s>\d{1,6})s?)?$")]
    private static partial Regex Written();
}
