using System.Globalization;
using System.Text;

namespace SoundFoundry.Core.Storage;

/// <summary>Makes any text, such as a track's title, a file name that is safe in a header and on every desktop.</summary>
public static class DownloadName
{
    private const int MaxLength = 120;
    private const string Reserved = "\"\\/:*?<>|%;";

    /// <summary>Without path separators, quotes, control or direction-changing characters; never empty.</summary>
    public static string Clean(string name)
    {
        var clean = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (clean.Length >= MaxLength) break;
            if (IsHidden(rune)) continue;
            clean.Append(Rune.IsWhiteSpace(rune) ? " " : IsReserved(rune) ? "_" : rune.ToString());
        }

        var trimmed = clean.ToString().Trim(' ', '.');
        return trimmed.Length == 0 ? "track" : trimmed;
    }

    /// <summary>The value of Content-Disposition (RFC 6266): plain ASCII for old readers, and the true name beside it (RFC 5987).</summary>
    public static string Disposition(string name)
    {
        var clean = Clean(name);
        var ascii = new string([.. clean.Select(letter => char.IsAscii(letter) ? letter : '_')]);
        return $"attachment; filename=\"{ascii}\"; filename*=UTF-8''{Uri.EscapeDataString(clean)}";
    }

    private static bool IsReserved(Rune rune) => rune == Rune.ReplacementChar || (rune.IsAscii && Reserved.Contains((char)rune.Value));

    // Format characters could show "gnp.exe" as "exe.png"; the joiner only glues emoji together.
    private static bool IsHidden(Rune rune) =>
        rune.Value != 0x200D && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
