using System.Text.RegularExpressions;
using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Prompts;

/// <summary>Reads "3/4", "6/8", "in three", "waltz", "jig".</summary>
internal static partial class MetreReader
{
    public static Metre? Read(string text)
    {
        var signature = Signature().Match(text);
        if (signature.Success)
        {
            var name = $"{signature.Groups["beats"].Value}/{signature.Groups["unit"].Value}";
            return Metre.All.SingleOrDefault(metre => metre.Name == name);
        }

        if (Three().IsMatch(text)) return Metre.ThreeFour;
        return Six().IsMatch(text) ? Metre.SixEight : null;
    }

    [GeneratedRegex(@"(?<![0-9/])(?<beats>2|3|4|5|6|7|9|12)\s?/\s?(?<unit>4|8)(?![0-9/])", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex(@"\b(?:waltz(?:es|ing)?|valse|mazurka|minuet|in three|three[- ]four(?: time)?|triple (?:time|met(?:re|er)))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Three();

    [GeneratedRegex(@"\b(?:jigs?|tarantella|barcarolle|six[- ]eight(?: time)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Six();
}
