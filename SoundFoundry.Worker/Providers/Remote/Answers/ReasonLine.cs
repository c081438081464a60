using System.Globalization;
using System.Text;

namespace SoundFoundry.Worker.Providers.Remote.Answers;

/// <summary>A stranger's words as one short line that is safe to show and to log.</summary>
internal static class ReasonLine
{
    private const int MaxLength = 300;

    public static string Of(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                if (line.Length + rune.Utf16SequenceLength >= MaxLength) return line.Append('…').ToString();
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }
}
