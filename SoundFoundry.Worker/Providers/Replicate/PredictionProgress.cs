using System.Globalization;
using System.Text.RegularExpressions;

namespace SoundFoundry.Worker.Providers.Replicate;

internal static partial class PredictionProgress
{
    /// <summary>The last progress bars are at the end, and logs may be long.</summary>
    private const int Tail = 8 * 1024;

    /// <summary>What the last tqdm bar in a prediction's logs shows, as 0 to 1.</summary>
    public static double? Of(string? logs)
    {
        if (logs is null) return null;
        var lines = logs[Math.Max(0, logs.Length - Tail)..].Split('\n', '\r');
        var bar = lines.Reverse().Select(line => Bar().Match(line)).FirstOrDefault(match => match.Success);
        if (bar is null) return null;
        var (done, all) = (Number(bar.Groups[2]), Number(bar.Groups[3]));
        return Math.Clamp(all > 0 ? done / all : Number(bar.Groups[1]) / 100, 0, 1);
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(\d{1,9})%\s*\|.+?\|\s*(\d{1,9})/(\d{1,9})")]
    private static partial Regex Bar();
}
