using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Playlists;

namespace SoundFoundry.Api.Playlists;

/// <summary>Adds, removes and moves a playlist's tracks, one change at a time.</summary>
internal sealed class PlaylistContents(SoundFoundryDb db)
{
    public async Task<PlaylistOutcome> AddAsync(long userId, long id, IReadOnlyList<long> trackIds, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.LockPlaylistAsync(userId, id, cancellationToken)) return new PlaylistOutcome.NotFound();
        var outcome = await AppendAsync(userId, id, trackIds, cancellationToken);
        if (outcome is PlaylistOutcome.Done) await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    /// <summary>The same inside the caller's transaction, which holds the playlist or has just made it.</summary>
    public async Task<PlaylistOutcome> AppendAsync(long userId, long id, IReadOnlyList<long> trackIds, CancellationToken cancellationToken)
    {
        var asked = trackIds.Distinct().ToArray();
        var own = await db.Tracks.Where(track => track.UserId == userId && track.DeletedAt == null && asked.Contains(track.Id))
            .Select(track => track.Id).ToListAsync(cancellationToken);
        if (asked.Except(own).ToList() is [var missing, ..])
            return new PlaylistOutcome.NoSuchTrack("track_ids", $"There is no track {missing}, or it is deleted. None was added.");

        await db.AppendAsync(id, asked, cancellationToken);
        return await db.LivingEntries().CountAsync(entry => entry.PlaylistId == id, cancellationToken) > PlaylistLimits.Tracks
            ? new PlaylistOutcome.TooManyTracks()
            : new PlaylistOutcome.Done(id);
    }

    public async Task<PlaylistOutcome> RemoveAsync(long userId, long id, long trackId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.LockPlaylistAsync(userId, id, cancellationToken)) return new PlaylistOutcome.NotFound();
        var removed = await db.PlaylistEntries.Where(entry => entry.PlaylistId == id && entry.TrackId == trackId).ExecuteDeleteAsync(cancellationToken);
        if (removed == 0) return new PlaylistOutcome.NotFound();
        await transaction.CommitAsync(cancellationToken);
        return new PlaylistOutcome.Done(id);
    }

    /// <param name="after">Null for the first place.</param>
    public async Task<PlaylistOutcome> MoveAsync(long userId, long id, long trackId, long? after, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.LockPlaylistAsync(userId, id, cancellationToken)) return new PlaylistOutcome.NotFound();
        var named = await db.LivingEntries().Where(entry => entry.PlaylistId == id && (entry.TrackId == trackId || entry.TrackId == after))
            .Select(entry => entry.TrackId).ToListAsync(cancellationToken);
        if (!named.Contains(trackId)) return new PlaylistOutcome.NotFound();
        if (after == trackId) return new PlaylistOutcome.NoSuchTrack("after", "A track can't come behind itself.");
        if (after is { } other && !named.Contains(other)) return new PlaylistOutcome.NoSuchTrack("after", $"Track {other} is not in this playlist.");
        await db.MoveAsync(id, trackId, after, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new PlaylistOutcome.Done(id);
    }
}
