namespace SoundFoundry.Core.Playlists;

/// <summary>A track's place in a playlist. It stays while the track is deleted, so that a restored track comes back to where it was.</summary>
public sealed class PlaylistEntry
{
    public required long PlaylistId { get; init; }

    public required long TrackId { get; init; }

    /// <summary>Entries are played in its order. There is room between two, so that moving one changes no other.</summary>
    public required long Position { get; init; }
}
