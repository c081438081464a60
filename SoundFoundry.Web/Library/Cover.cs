using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

internal static class Cover
{
    /// <summary>Where the picture of a track is. The address changes with the music, so the browser may keep what it got.</summary>
    public static string Of(Track track) => $"/api/tracks/{track.Id}/cover?v={track.JobId}";
}
