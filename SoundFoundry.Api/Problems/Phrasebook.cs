using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace SoundFoundry.Api.Problems;

/// <summary>Says in another language what is said here in English. An English text is its own key in a resource of that language's name; <c>{0}</c> stands
/// there for what differs from case to case, and is said too if there are words for it.</summary>
internal sealed class Phrasebook
{
    private static readonly Lazy<Phrasebook> German = new(() => new Phrasebook(nameof(German)));

    private readonly Dictionary<string, string> _whole;
    private readonly List<(Regex Pattern, string Said)> _filled;

    private Phrasebook(string language)
    {
        using var resources = new ResourceManager($"{typeof(Phrasebook).Namespace}.{language}", typeof(Phrasebook).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        _whole = resources.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        // What says more goes first: "At most 5 characters." is no "At most {0}."
        _filled = [.. _whole.Where(entry => entry.Key.Contains('{')).OrderByDescending(entry => entry.Key.Length).Select(entry => (Pattern(entry.Key), entry.Value))];
    }

    /// <returns>Null if English is asked for, or nothing that is spoken here.</returns>
    public static Phrasebook? AskedBy(HttpRequest request)
    {
        var wishes = request.GetTypedHeaders().AcceptLanguage.Where(wish => wish.Quality != 0).OrderByDescending(wish => wish.Quality ?? 1);
        var languages = wishes.Select(wish => wish.Value.Value?.Split('-')[0].ToLowerInvariant());
        return languages.FirstOrDefault(language => language is "de" or "en") == "de" ? German.Value : null;
    }

    /// <returns>The same where there are no words for it.</returns>
    public string Say(string english) => Find(english) ?? InParts(english) ?? english;

    private string? Find(string english)
    {
        if (_whole.TryGetValue(english, out var said)) return said;
        var (pattern, filled) = _filled.FirstOrDefault(phrase => phrase.Pattern.IsMatch(english));
        if (pattern is null) return null;
        var values = pattern.Match(english).Groups.Values.Skip(1).Select(group => (object)Say(group.Value));
        return string.Format(CultureInfo.InvariantCulture, filled, [.. values]);
    }

    /// <summary>Several models may have objected, each in a part of the sentence.</summary>
    private string? InParts(string english) =>
        english.Contains("; ", StringComparison.Ordinal) ? string.Join("; ", english.Split("; ").Select(Say))
        : english.EndsWith('.') && Find(english[..^1]) is { } part ? $"{part}."
        : null;

    private static Regex Pattern(string key)
    {
        var pattern = Regex.Replace(Regex.Escape(key), @"\\\{\d+}", "([^;]*?)", RegexOptions.NonBacktracking);
        return new Regex($"^{pattern}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
