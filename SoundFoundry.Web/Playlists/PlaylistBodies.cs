namespace SoundFoundry.Web.Playlists;

internal sealed record NewPlaylist(string Name);

internal sealed record PlaylistChange(string Name);

internal sealed record AddedTracks(IReadOnlyList<long> TrackIds);

/// <param name="After">The track it shall follow; null for the first place.</param>
internal sealed record MovedTrack(long? After);
