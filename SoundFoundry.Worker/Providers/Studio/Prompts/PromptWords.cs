using System.Text;

namespace SoundFoundry.Worker.Providers.Studio.Prompts;

/// <summary>Cuts a prompt into lower-case words; "." stands where a clause ends, so that "no" does not reach past it.</summary>
internal static class PromptWords
{
    public const string ClauseEnd = ".";

    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter)) word.Append(letter);
            else if (letter is not ('\'' or '’')) Close(words, word, letter);
        }

        Close(words, word, ' ');
        return words;
    }

    private static void Close(List<string> words, StringBuilder word, char separator)
    {
        if (word.Length > 0) words.Add(word.ToString());
        word.Clear();
        if (separator is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '(' or ')') words.Add(ClauseEnd);
    }
}
