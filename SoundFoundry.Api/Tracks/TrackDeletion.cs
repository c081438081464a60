using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Tracks;

/// <summary>Deletes tracks whose jobs have ended, and takes that back. The job of a deleted track could be neither seen nor canceled, and would be paid all the same.</summary>
internal static class TrackDeletion
{
    /// <returns>Those that it deleted.</returns>
    /// <remarks>In the database's time, by which the audio of deleted tracks is removed too.</remarks>
    public static IQueryable<long> DeleteTracks(this SoundFoundryDb db, long userId, long[] ids) => db.Database.SqlQuery<long>(
        $"""
        UPDATE tracks SET deleted_at = now() WHERE id = ANY ({ids}) AND user_id = {userId} AND deleted_at IS NULL
            AND EXISTS (SELECT FROM jobs WHERE jobs.id = tracks.job_id AND jobs.status IN ('COMPLETE', 'FAILED', 'CANCELED')) RETURNING id
        """);

    /// <returns>Those that are there afterwards.</returns>
    /// <param name="keepDeleted">How long a deletion can be taken back.</param>
    /// <inheritdoc cref="DeleteTracks" />
    public static IQueryable<long> RestoreTracks(this SoundFoundryDb db, long userId, long[] ids, TimeSpan keepDeleted) => db.Database.SqlQuery<long>(
        $"""
        UPDATE tracks SET deleted_at = NULL WHERE id = ANY ({ids}) AND user_id = {userId}
            AND (deleted_at IS NULL OR deleted_at > now() - {keepDeleted}) RETURNING id
        """);

    /// <summary>Of these, those of the user that stand in the way of deleting.</summary>
    public static IQueryable<long> UnendedTracks(this SoundFoundryDb db, long userId, long[] ids) =>
        from track in db.Tracks
        join job in db.Jobs on track.JobId equals job.Id
        where ids.Contains(track.Id) && track.UserId == userId && track.DeletedAt == null
            && (job.Status == JobStatus.Queued || job.Status == JobStatus.Rendering)
        select track.Id;
}
