using System.Globalization;
using System.Text.RegularExpressions;
using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Prompts;

/// <summary>Reads "120 bpm", "90-100 BPM", "72 beats per minute", "tempo: 88".</summary>
internal static partial class TempoReader
{
    public static int? Read(string text)
    {
        var match = NumberFirst().Match(text);
        if (!match.Success) match = WordFirst().Match(text);
        if (!match.Success) return null;

        var low = Number(match.Groups["low"]);
        var high = match.Groups["high"].Success ? Number(match.Groups["high"]) : low;
        return Math.Clamp((low + high) / 2, Tempo.Slowest, Tempo.Fastest);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![0-9.,])(?<low>[0-9]{2,3})(?:[.,][0-9]+)?(?:\s*(?:-|–|to)\s*(?<high>[0-9]{2,3}))?\s*-?\s*(?:bpm\b|beats?\s+(?:per|a)\s+minute)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberFirst();

    [GeneratedRegex(@"\b(?:bpm|tempo)\s*(?:of|is|=|:|at|around|about)?\s*(?<low>[0-9]{2,3})(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WordFirst();
}
