using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Playlists;

/// <summary>Changes to what is in a playlist and in which order, inside the caller's transaction, which holds the playlist by
/// <see cref="LockPlaylistAsync"/>: of two that come at once, the second sees what the first did.</summary>
public static class PlaylistOrder
{
    /// <summary>Between two neighbours; halved some thirty times before all must move apart again.</summary>
    private const long Gap = 1L << 32;

    /// <summary>Holds a user's playlist until the transaction ends, and says that it changes. False if there is none.</summary>
    public static async Task<bool> LockPlaylistAsync(this SoundFoundryDb db, long userId, long playlistId, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"UPDATE playlists SET updated_at = now() WHERE id = {playlistId} AND user_id = {userId} AND deleted_at IS NULL", cancellationToken) == 1;

    /// <summary>Adds at the end what is not in it yet, in the order given.</summary>
    public static Task AppendAsync(this SoundFoundryDb db, long playlistId, long[] trackIds, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO playlist_entries (playlist_id, track_id, position)
            SELECT {playlistId}, id, number * {Gap} + (SELECT coalesce(max(position), 0) FROM playlist_entries WHERE playlist_id = {playlistId})
            FROM unnest({trackIds}) WITH ORDINALITY AS added (id, number)
            ON CONFLICT DO NOTHING
            """, cancellationToken);

    /// <summary>Puts a track of the playlist right behind another of it, or first where that is null.</summary>
    public static async Task MoveAsync(
        this SoundFoundryDb db, long playlistId, long trackId, long? after, CancellationToken cancellationToken)
    {
        if (await db.TryMoveAsync(playlistId, trackId, after, cancellationToken)) return;
        await db.SpreadAsync(playlistId, cancellationToken);
        if (!await db.TryMoveAsync(playlistId, trackId, after, cancellationToken))
            throw new InvalidOperationException($"Playlist {playlistId} has no room even with its entries spread out.");
    }

    private static async Task<bool> TryMoveAsync(
        this SoundFoundryDb db, long playlistId, long trackId, long? after, CancellationToken cancellationToken)
    {
        var others = db.PlaylistEntries.Where(entry => entry.PlaylistId == playlistId && entry.TrackId != trackId);
        var left = after is null ? null : await others.Where(entry => entry.TrackId == after).Select(entry => (long?)entry.Position)
            .SingleAsync(cancellationToken);
        var right = await others.Where(entry => left == null || entry.Position > left).MinAsync(entry => (long?)entry.Position, cancellationToken);
        var position = (left, right) switch
        {
            ({ } l, { } r) => l + ((r - l) / 2),
            ({ } l, null) => l + Gap,
            (null, { } r) => r - Gap,
            (null, null) => 0,
        };
        if (position == left) return false;
        await db.PlaylistEntries.Where(entry => entry.PlaylistId == playlistId && entry.TrackId == trackId)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Position, position), cancellationToken);
        return true;
    }

    private static Task SpreadAsync(this SoundFoundryDb db, long playlistId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE playlist_entries AS entry SET position = ordered.number * {Gap}
            FROM (SELECT track_id, row_number() OVER (ORDER BY position, track_id) AS number
                FROM playlist_entries WHERE playlist_id = {playlistId}) AS ordered
            WHERE entry.playlist_id = {playlistId} AND entry.track_id = ordered.track_id
            """, cancellationToken);
}
