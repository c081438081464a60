using Microsoft.Extensions.Localization;

namespace SoundFoundry.Web.Playlists;

internal static class PlaylistWords
{
    public static string Tracks(this IStringLocalizer<Words> t, int count) => count == 1 ? t["1 track"] : t["{0} tracks", $"{count:N0}"];
}
