using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Playlists;

namespace SoundFoundry.Api.Playlists;

internal static class PlaylistQueries
{
    private const int Covers = 4;

    public static IQueryable<Playlist> PlaylistsOf(this SoundFoundryDb db, long userId) =>
        db.Playlists.AsNoTracking().Where(playlist => playlist.UserId == userId && playlist.DeletedAt == null);

    /// <summary>Entries whose tracks are not deleted.</summary>
    public static IQueryable<PlaylistEntry> LivingEntries(this SoundFoundryDb db) =>
        db.PlaylistEntries.AsNoTracking().Where(entry => db.Tracks.Any(track => track.Id == entry.TrackId && track.DeletedAt == null));

    public static async Task<IReadOnlyList<PlaylistResponse>> PlaylistsAsync(
        this SoundFoundryDb db, long userId, CancellationToken cancellationToken) =>
        [.. (await db.RowsAsync(userId, id: null, cancellationToken)).Select(row => row.ToResponse())];

    public static async Task<PlaylistWithTracks?> PlaylistAsync(
        this SoundFoundryDb db, long userId, long id, CancellationToken cancellationToken)
    {
        if (await db.RowsAsync(userId, id, cancellationToken) is not [var playlist]) return null;
        var tracks = await db.LivingEntries().Where(entry => entry.PlaylistId == id).OrderBy(entry => entry.Position).ThenBy(entry => entry.TrackId)
            .Select(entry => entry.TrackId).ToListAsync(cancellationToken);
        return new PlaylistWithTracks(
            playlist.Id, playlist.Name, playlist.TrackCount, playlist.DurationS, playlist.CoverTracks, playlist.CreatedAt, playlist.UpdatedAt, tracks);
    }

    /// <param name="id">Null for all.</param>
    private static async Task<List<PlaylistRow>> RowsAsync(this SoundFoundryDb db, long userId, long? id, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<PlaylistRow>(
            $"""
            WITH own AS (
                SELECT id, name, created_at, updated_at FROM playlists
                WHERE user_id = {userId} AND deleted_at IS NULL AND (CAST({id} AS bigint) IS NULL OR id = {id})),
            total AS (
                SELECT e.playlist_id, count(*) AS tracks, sum(coalesce(j.artifact_duration_s, t.duration_s)) AS seconds
                FROM own JOIN playlist_entries e ON e.playlist_id = own.id
                    JOIN tracks t ON t.id = e.track_id AND t.deleted_at IS NULL JOIN jobs j ON j.id = t.job_id
                GROUP BY e.playlist_id)
            SELECT own.id, own.name, CAST(coalesce(total.tracks, 0) AS integer) AS track_count, coalesce(total.seconds, 0) AS duration_s,
                ARRAY(
                    SELECT e.track_id FROM playlist_entries e
                        JOIN tracks t ON t.id = e.track_id AND t.deleted_at IS NULL JOIN jobs j ON j.id = t.job_id AND j.status = 'COMPLETE'
                    WHERE e.playlist_id = own.id ORDER BY e.position, e.track_id LIMIT {Covers}) AS cover_tracks,
                own.created_at, own.updated_at
            FROM own LEFT JOIN total ON total.playlist_id = own.id
            """).OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
}
