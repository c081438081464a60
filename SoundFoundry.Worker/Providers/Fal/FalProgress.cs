using SoundFoundry.Worker.Providers.Remote.Answers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SoundFoundry.Worker.Providers.Fal;

internal static partial class FalProgress
{
    /// <summary>The percentage in the last line a model logged, as 0 to 1. fal itself has no such field.</summary>
    public static double? Of(JsonElement status) =>
        status.Member("logs").Items().LastOrDefault().Text("message") is { } line && Percentage().Match(line) is { Success: true } match
            ? Math.Min(1, double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 100)
            : null;

    [GeneratedRegex(@"(?<![\d.])(\d{1,3}(?:\.\d{1,3})?) ?%", RegexOptions.RightToLeft)]
    private static partial Regex Percentage();
}
