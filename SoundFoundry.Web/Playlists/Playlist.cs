namespace SoundFoundry.Web.Playlists;

/// <param name="DurationS">Of all its tracks together.</param>
/// <param name="CoverTracks">At most four, for its picture.</param>
public sealed record Playlist(long Id, string Name, int TrackCount, double DurationS, IReadOnlyList<long> CoverTracks)
{
    /// <summary>In order; only where one playlist is asked for.</summary>
    public IReadOnlyList<long> TrackIds { get; init; } = [];
}
