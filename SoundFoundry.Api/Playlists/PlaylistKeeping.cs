using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Playlists;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Api.Playlists;

/// <summary>Makes, renames, deletes and restores playlists, never more than a user may have.</summary>
internal sealed class PlaylistKeeping(SoundFoundryDb db, PlaylistContents contents, IOptions<StorageOptions> storage)
{
    public async Task<PlaylistOutcome> CreateAsync(long userId, NewPlaylist request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockUserAsync(userId, cancellationToken);
        if (await IsFullAsync(userId, cancellationToken)) return new PlaylistOutcome.TooManyPlaylists();
        await ForgetOldestDeletedAsync(userId, cancellationToken);
        var playlist = new Playlist { UserId = userId, Name = request.Name!.Trim() };
        db.Playlists.Add(playlist);
        await db.SaveChangesAsync(cancellationToken);
        if (request.TrackIds is { Count: > 0 } tracks
            && await contents.AppendAsync(userId, playlist.Id, tracks, cancellationToken) is not PlaylistOutcome.Done and var refused) return refused;
        await transaction.CommitAsync(cancellationToken);
        return new PlaylistOutcome.Done(playlist.Id);
    }

    public async Task<PlaylistOutcome> RenameAsync(long userId, long id, string name, CancellationToken cancellationToken) =>
        Found(id, await db.Database.ExecuteSqlAsync(
            $"UPDATE playlists SET name = {name.Trim()}, updated_at = now() WHERE id = {id} AND user_id = {userId} AND deleted_at IS NULL",
            cancellationToken));

    public async Task<PlaylistOutcome> DeleteAsync(long userId, long id, CancellationToken cancellationToken) =>
        Found(id, await db.Database.ExecuteSqlAsync(
            $"UPDATE playlists SET deleted_at = now() WHERE id = {id} AND user_id = {userId} AND deleted_at IS NULL", cancellationToken));

    /// <summary>As long as a deleted track could be restored.</summary>
    public async Task<PlaylistOutcome> RestoreAsync(long userId, long id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockUserAsync(userId, cancellationToken);
        if (await db.PlaylistsOf(userId).AnyAsync(playlist => playlist.Id == id, cancellationToken)) return new PlaylistOutcome.Done(id);
        var restored = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE playlists SET deleted_at = NULL WHERE id = {id} AND user_id = {userId} AND deleted_at > now() - {storage.Value.KeepDeleted}
            """, cancellationToken);
        if (restored == 0) return new PlaylistOutcome.NotFound();
        if (await db.PlaylistsOf(userId).CountAsync(cancellationToken) > PlaylistLimits.PerUser) return new PlaylistOutcome.TooManyPlaylists();
        await transaction.CommitAsync(cancellationToken);
        return new PlaylistOutcome.Done(id);
    }

    // Who makes and deletes without end would otherwise fill the table until the time to restore them is over.
    private Task ForgetOldestDeletedAsync(long userId, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        DELETE FROM playlists WHERE id IN (
            SELECT id FROM playlists WHERE user_id = {userId} AND deleted_at IS NOT NULL
            ORDER BY deleted_at DESC, id DESC OFFSET {PlaylistLimits.PerUser})
        """, cancellationToken);

    private async Task<bool> IsFullAsync(long userId, CancellationToken cancellationToken) =>
        await db.PlaylistsOf(userId).CountAsync(cancellationToken) >= PlaylistLimits.PerUser;

    private static PlaylistOutcome Found(long id, int changed) => changed == 1 ? new PlaylistOutcome.Done(id) : new PlaylistOutcome.NotFound();
}
