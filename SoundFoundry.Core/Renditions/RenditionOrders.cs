using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Core.Renditions;

/// <summary>How a rendition is asked for. Time is the database's.</summary>
public static class RenditionOrders
{
    /// <summary>Of one user at once: the others' wait for theirs stays short.</summary>
    public const int MostPending = 20;

    /// <summary>Orders it as the track is now, unless it is there or on its way already: what is on its way is never begun anew. What was given
    /// up is tried again after a day, and as soon as a minute later where the audio was not to blame.</summary>
    /// <returns>How it stands; null if it would be one too many of this user's that wait.</returns>
    public static async Task<RenditionOrder?> AskAsync(
        this SoundFoundryDb db, long jobId, RenditionKind kind, string? traceParent, CancellationToken cancellationToken)
    {
        var (track, standing) = await db.ReadAsync(jobId, kind, cancellationToken);
        var (stamp, fence, ordered) = (RenditionStamp.Of(kind, track), standing?.Fence ?? -1, 0);
        if (standing is { State: RenditionState.Made } made && made.Stamp == stamp)
        {
            await db.Database.ExecuteSqlAsync(
                $"UPDATE renditions SET asked_at = now() WHERE id = {made.Id} AND asked_at < now() - interval '1 day'", cancellationToken);
        }
        else if (standing is not { State: RenditionState.Pending })
        {
            ordered = await db.OrderAsync(track.UserId, jobId, kind, stamp, fence, traceParent, cancellationToken);
            (_, standing) = await db.ReadAsync(jobId, kind, cancellationToken);
        }

        var order = standing is null ? null : new RenditionOrder(standing, fence, stamp);
        return ordered == 1 || order is { IsPending: true } or { IsAnswered: true } ? order : null;
    }

    /// <summary>Both as of one moment: an order that is older than the row it meets would begin it anew for nothing.</summary>
    private static async Task<(Track Track, Rendition? Standing)> ReadAsync(
        this SoundFoundryDb db, long jobId, RenditionKind kind, CancellationToken cancellationToken)
    {
        var read = await (
            from job in db.Jobs.Where(job => job.Id == jobId)
            join track in db.Tracks on job.TrackId equals track.Id
            from standing in db.Renditions.Where(row => row.JobId == jobId && row.Kind == kind).DefaultIfEmpty()
            select new { Track = track, Standing = (Rendition?)standing }).AsNoTracking().SingleAsync(cancellationToken);
        return (read.Track, read.Standing);
    }

    private static Task<int> OrderAsync(
        this SoundFoundryDb db, long userId, long jobId, RenditionKind kind, string stamp, long fence, string? traceParent,
        CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO renditions (job_id, user_id, kind, stamp, trace_parent)
        SELECT {jobId}, {userId}, {kind.Word()}, {stamp}, {traceParent}
        WHERE (SELECT count(*) FROM renditions WHERE user_id = {userId} AND state = 'PENDING') < {MostPending}
        ON CONFLICT (job_id, kind) DO UPDATE
        SET stamp = excluded.stamp, trace_parent = excluded.trace_parent, state = 'PENDING', fence = renditions.fence + 1, attempts = 0,
            lease_until = NULL, error_code = NULL, error = NULL, asked_at = now()
        WHERE renditions.fence = {fence} AND renditions.state <> 'PENDING' AND (
            renditions.stamp <> excluded.stamp OR renditions.state = 'DROPPED' OR (renditions.state = 'FAILED' AND renditions.ended_at
                < now() - CASE renditions.error_code WHEN {RenditionErrors.Failed} THEN interval '1 day' ELSE interval '1 minute' END))
        """, cancellationToken);
}
