using System.Text.RegularExpressions;

namespace SoundFoundry.Bench.Fuzzing.Answers;

/// <summary>What an answer must not tell of its maker: code, files, statements. The fuzzed values contain none of it.</summary>
internal static partial class Leaks
{
    public static string? In(Answer answer) =>
        answer.ContentType is { } type && (type.EndsWith("json", StringComparison.Ordinal) || type.StartsWith("text/", StringComparison.Ordinal))
        && Pattern().Match($"{answer.Head}\n{answer.Body}") is { Success: true } match
            ? match.Value
            : null;

    [GeneratedRegex(
        """
        \s{3}at\s[\w.<>`]+\(|\.cs:line|Exception\b|SoundFoundry\.|Microsoft\.|Npgsql|StackExchange|Kestrel|System\.(?!Object)\w|/(home|work|tmp|usr|var|root|opt)/
        |\bSELECT\s|\bINSERT\sINTO|\bUPDATE\s\w+\sSET|violates\s|constraint\s|relation\s"|column\s"|SQLSTATE|AspNetCore|Parameter\s'|Object\sreference
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
