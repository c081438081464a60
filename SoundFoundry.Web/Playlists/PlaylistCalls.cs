using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Playlists;

internal static class PlaylistCalls
{
    /// <summary>How many tracks one call may name.</summary>
    public const int Most = 500;

    public static Task<Answer<IReadOnlyList<Playlist>>> PlaylistsAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<Playlist>>("list playlists", "/api/playlists", cancellationToken);

    public static Task<Answer<Playlist>> PlaylistAsync(this ApiClient api, long playlistId, CancellationToken cancellationToken) =>
        api.GetAsync<Playlist>("read playlist", $"/api/playlists/{playlistId}", cancellationToken);

    public static Task<Answer<Playlist>> NewPlaylistAsync(this ApiClient api, string name, CancellationToken cancellationToken) =>
        api.PostAsync<Playlist>("make playlist", "/api/playlists", new NewPlaylist(name), cancellationToken);

    public static Task<Answer<Playlist>> RenamePlaylistAsync(this ApiClient api, long playlistId, string name, CancellationToken cancellationToken) =>
        api.PatchAsync<Playlist>("rename playlist", $"/api/playlists/{playlistId}", new PlaylistChange(name), cancellationToken);

    public static Task<Answer<Nothing>> DeletePlaylistAsync(this ApiClient api, long playlistId, CancellationToken cancellationToken) =>
        api.DeleteAsync("delete playlist", $"/api/playlists/{playlistId}", cancellationToken);

    public static Task<Answer<Playlist>> RestorePlaylistAsync(this ApiClient api, long playlistId, CancellationToken cancellationToken) =>
        api.PostAsync<Playlist>("restore playlist", $"/api/playlists/{playlistId}/restore", body: null, cancellationToken);

    /// <param name="trackIds">At most <see cref="Most" />; what is in it already stays where it is.</param>
    public static Task<Answer<Playlist>> AddToPlaylistAsync(
        this ApiClient api, long playlistId, IReadOnlyList<long> trackIds, CancellationToken cancellationToken) =>
        api.PostAsync<Playlist>("add to playlist", $"/api/playlists/{playlistId}/tracks", new AddedTracks(trackIds), cancellationToken);

    public static Task<Answer<Nothing>> RemoveFromPlaylistAsync(this ApiClient api, long playlistId, long trackId, CancellationToken cancellationToken) =>
        api.DeleteAsync("remove from playlist", $"/api/playlists/{playlistId}/tracks/{trackId}", cancellationToken);

    /// <param name="after">The track it shall follow; null for the first place.</param>
    public static Task<Answer<Playlist>> MoveInPlaylistAsync(
        this ApiClient api, long playlistId, long trackId, long? after, CancellationToken cancellationToken) =>
        api.PostAsync<Playlist>("move in playlist", $"/api/playlists/{playlistId}/tracks/{trackId}/move",
            new MovedTrack(after), cancellationToken);
}
