using SoundFoundry.Worker.Providers.Remote.Http;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace SoundFoundry.Worker.Providers.Remote.Answers;

/// <summary>How long an answer asks us to wait: in its header, in its body, or in its words.</summary>
internal static partial class RetryAfter
{
    private const double LongestSeconds = 24 * 60 * 60;

    public static TimeSpan? Of(RemoteAnswer answer, DateTimeOffset now) =>
        (FromHeader(answer.Header("Retry-After"), now) ?? answer.Body.Number("retry_after") ?? FromWords(VendorWords.Of(answer.Body))) is { } seconds
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestSeconds))
            : null;

    private static double? FromHeader(string? header, DateTimeOffset now) =>
        !RetryConditionHeaderValue.TryParse(header, out var value) ? null
        : value.Delta is { } delta ? delta.TotalSeconds
        : (value.Date - now)?.TotalSeconds;

    private static double? FromWords(string? words) =>
        words is not null && Resets().Match(words) is { Success: true } match
            ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * (match.Groups[2].ValueSpan is "m" ? 60 : 1)
            : null;

    [GeneratedRegex(@"resets in ~?(\d{1,6}(?:\.\d{1,3})?) ?(s|m)[a-z]*\b", RegexOptions.IgnoreCase)]
    private static partial Regex Resets();
}
