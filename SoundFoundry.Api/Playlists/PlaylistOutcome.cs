namespace SoundFoundry.Api.Playlists;

/// <summary>What came of a change to a playlist.</summary>
internal abstract record PlaylistOutcome
{
    private PlaylistOutcome()
    {
    }

    public sealed record Done(long PlaylistId) : PlaylistOutcome;

    /// <summary>The user has no such playlist, or the track to change is not in it.</summary>
    public sealed record NotFound : PlaylistOutcome;

    /// <summary>A track that the request names beside is not there.</summary>
    public sealed record NoSuchTrack(string Field, string Reason) : PlaylistOutcome;

    public sealed record TooManyPlaylists : PlaylistOutcome;

    public sealed record TooManyTracks : PlaylistOutcome;
}
