using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Api.Tracks;

/// <summary>Does to many tracks what else is done to one, in one statement.</summary>
internal sealed class TrackBulk(SoundFoundryDb db, IOptions<StorageOptions> storage)
{
    public async Task<BulkChanged> ChangeAsync(long userId, BulkChange change, CancellationToken cancellationToken)
    {
        var ids = change.Ids!.Distinct().ToArray();
        var changed = (await Statement(userId, change.Action!, ids).ToListAsync(cancellationToken)).ToHashSet();
        var left = ids.Where(id => !changed.Contains(id)).ToArray();
        var unended = change.Action == BulkChange.Delete && left.Length > 0
            ? await db.UnendedTracks(userId, left).ToListAsync(cancellationToken)
            : [];
        return new BulkChanged(
            [.. ids.Where(changed.Contains)],
            [.. left.Select(id => unended.Contains(id)
                ? new RefusedTrack(id, ProblemCodes.NotEnded, Problem.CancelFirst)
                : new RefusedTrack(id, ProblemCodes.NotFound, Reason(change.Action!)))]);
    }

    private IQueryable<long> Statement(long userId, string action, long[] ids) => action switch
    {
        BulkChange.Delete => db.DeleteTracks(userId, ids),
        BulkChange.Restore => db.RestoreTracks(userId, ids, storage.Value.KeepDeleted),
        BulkChange.Favorite or BulkChange.Unfavorite => db.Database.SqlQuery<long>(
            $"""
            UPDATE tracks SET favorite = {action == BulkChange.Favorite} WHERE id = ANY ({ids}) AND user_id = {userId} AND deleted_at IS NULL
            RETURNING id
            """),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No such action."),
    };

    private static string Reason(string action) => action == BulkChange.Restore
        ? "There is no such track, or it was deleted too long ago."
        : "There is no such track, or it is deleted.";
}
