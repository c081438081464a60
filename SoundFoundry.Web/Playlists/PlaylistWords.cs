using Microsoft.Extensions.Localization;

namespace SoundFoundry.Web.Playlists;

internal static class PlaylistWords
{
    public static string Tracks(this IStringLocalizer<Words> t, int count) => count == 1 ? t["1 track"] : t["{0} tracks", $"{count:N0}"];

    /// <summary>Like a clock, with hours where there are any.</summary>
    public static string Length(double seconds)
    {
        var whole = TimeSpan.FromSeconds(Math.Round(seconds));
        return whole.TotalHours >= 1 ? $"{(int)whole.TotalHours}:{whole.Minutes:00}:{whole.Seconds:00}" : $"{whole.Minutes}:{whole.Seconds:00}";
    }
}
