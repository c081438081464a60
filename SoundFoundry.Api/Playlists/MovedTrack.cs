namespace SoundFoundry.Api.Playlists;

public sealed record MovedTrack
{
    /// <summary>The track of the playlist it comes right behind; null puts it first.</summary>
    public long? After { get; init; }
}
