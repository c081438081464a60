using System.Globalization;
using System.Text;

namespace SoundFoundry.Api.Paging;

/// <summary>Where the next page of a list starts, as text that callers give back without a need to understand it.</summary>
internal static class PageCursor
{
    public const string NotOurs = "This is not a cursor of this list.";

    /// <param name="list">Keeps a cursor of one list from being taken for that of another.</param>
    public static string To(char list, long id) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{list}{id}"));

    /// <summary>The id below which the next page starts; null if the text is no cursor of this list.</summary>
    public static long? From(char list, string cursor)
    {
        var bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor, bytes, out var length) || length < 2 || bytes[0] != list) return null;
        return long.TryParse(bytes.AsSpan(1, length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
