using System.Text.RegularExpressions;
using SoundFoundry.Worker.Providers.Studio.Music;

namespace SoundFoundry.Worker.Providers.Studio.Prompts;

/// <summary>Reads "in D minor", "F# major", "B flat minor", "key of G", "E dorian", "in F#m", "c-moll".</summary>
internal static partial class KeyReader
{
    private static readonly int[] Naturals = [9, 11, 0, 2, 4, 5, 7];

    public static (int? Tonic, Mode? Mode) Read(string text)
    {
        foreach (Match match in NoteAndMode().Matches(text))
            if (!IsArticle(match, text)) return (Tonic(match), ModeOf(match.Groups["mode"].Value));

        var alone = ShortOrAlone().Match(text);
        if (alone.Success) return (Tonic(alone), alone.Groups["minor"].Success ? Mode.Minor : null);

        var mode = ModeAlone().Match(text);
        return (null, mode.Success ? ModeOf(mode.Value) : null);
    }

    /// <summary>The "a" of "a major breakthrough" is no note; that of "in a minor" is.</summary>
    private static bool IsArticle(Match match, string text)
    {
        if (match.Groups["note"].Value != "a" || match.Groups["accidental"].Success) return false;
        return !AfterIn().IsMatch(text[..match.Index]) || BeforeNoun().IsMatch(text[(match.Index + match.Length)..]);
    }

    private static int Tonic(Match match)
    {
        var natural = Naturals[char.ToUpperInvariant(match.Groups["note"].Value[0]) - 'A'];
        var accidental = match.Groups["accidental"].Value.Trim(' ', '-').ToLowerInvariant();
        var shift = accidental switch { "" => 0, "#" or "♯" or "sharp" => 1, _ => -1 };
        return (natural + shift + 12) % 12;
    }

    private static Mode ModeOf(string word) => word.ToLowerInvariant() switch
    {
        "dorian" => Mode.Dorian,
        "phrygian" => Mode.Phrygian,
        "lydian" => Mode.Lydian,
        "mixolydian" => Mode.Mixolydian,
        "minor" or "min" or "moll" or "aeolian" => Mode.Minor,
        _ => Mode.Major,
    };

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}#♯♭'’])(?<note>[A-G])(?<accidental>[#♯♭b]|[\s-]?(?:sharp|flat))?[\s-]*(?:(?:natural|harmonic|melodic)[\s-]+)?(?<mode>major|minor|maj|min|dur|moll|ionian|aeolian|dorian|phrygian|lydian|mixolydian)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoteAndMode();

    [GeneratedRegex(
        @"(?:(?i:\bin|\bkey(?:\s+of|\s*[:=])?)\s+)(?<note>[A-G])(?<accidental>[#♯♭b]|[\s-](?:sharp|flat))?(?<minor>m)?(?=\s*$|\s*[.,;:!?)]|\s+(?:with|at|and|for|on|key)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex ShortOrAlone();

    [GeneratedRegex(@"\b(?:major|minor|aeolian|dorian|phrygian|lydian|mixolydian)(?=[\s-]+(?:key|mode|scale|tonality|harmon|chord|mood)|\s*$|\s*[.,;])|\b(?:dorian|phrygian|lydian|mixolydian)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ModeAlone();

    [GeneratedRegex(@"\b(?:in|key of|key)\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterIn();

    [GeneratedRegex(@"^[\s-]+(?!(?:with|at|and|for|on|key of)\b)\p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeNoun();
}
