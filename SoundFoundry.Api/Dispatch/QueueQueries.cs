using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Paging;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Dispatch;

internal static class QueueQueries
{
    /// <summary>The letter of its cursors.</summary>
    private const char List = 'p';

    /// <param name="page">Of the jobs that were given up.</param>
    /// <returns>Null if the page's cursor is none of theirs.</returns>
    public static async Task<QueueReport?> ReportAsync(this SoundFoundryDb db, PageQuery page, CancellationToken cancellationToken)
    {
        var parked = await NewestFirst.ReadAsync(List, page, db.ParkedJobs, job => job.Id, cancellationToken);
        if (parked is null) return null;

        var control = await db.DispatchControl.AsNoTracking().SingleAsync(cancellationToken);
        var lanes = await db.Database.SqlQuery<LaneCount>(
            $"""
            SELECT lane, count(*) FILTER (WHERE is_queued)::int AS queued, count(*) FILTER (WHERE is_put_off)::int AS put_off,
                count(*) FILTER (WHERE status = 'RENDERING')::int AS rendering,
                round(extract(epoch FROM now() - min(created_at) FILTER (WHERE is_queued)))::float8 AS oldest_s
            FROM (
                SELECT lane, status, created_at, status = 'QUEUED' AND coalesce(retry_at <= now(), true) AS is_queued,
                    status = 'QUEUED' AND retry_at > now() AS is_put_off
                FROM jobs WHERE status IN ('QUEUED', 'RENDERING')) AS unfinished
            GROUP BY lane
            """).ToListAsync(cancellationToken);
        var workers = await db.AliveWorkersAsync(cancellationToken);
        return new QueueReport(
            control.Mode.Word(), control.ChangedAt,
            Enum.GetValues<Lane>().ToDictionary(lane => lane.Word().ToLowerInvariant(), lane => Lane(lane, lanes, workers)),
            await db.Parked().CountAsync(cancellationToken), [.. parked.Rows.Select(job => job with { Name = TrackName.Shorten(job.Name) })], parked.NextCursor);
    }

    /// <summary>Jobs given up for losing their workers, as long as their tracks have no later one.</summary>
    public static IQueryable<Job> Parked(this SoundFoundryDb db) => db.Jobs.AsNoTracking().Where(job =>
        job.Status == JobStatus.Failed && job.ErrorCode == JobClaims.TooManyClaims
        && db.Tracks.Any(track => track.JobId == job.Id && track.DeletedAt == null));

    private static IQueryable<ParkedJob> ParkedJobs(this SoundFoundryDb db, long before) =>
        from job in db.Parked()
        join track in db.Tracks on job.TrackId equals track.Id
        where job.Id < before
        orderby job.Id descending
        select new ParkedJob(job.Id, job.TrackId, job.UserId, track.Title ?? track.Prompt, job.Error, job.CompletedAt!.Value);

    private static async Task<(int Studio, int Remote)> AliveWorkersAsync(this SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var workers = await Core.Workers.WorkerRegister.AliveWorkers(db).ToListAsync(cancellationToken);
        return (workers.Sum(worker => worker.StudioSlots), workers.Sum(worker => worker.RemoteSlots));
    }

    private static LaneReport Lane(Lane lane, List<LaneCount> counts, (int Studio, int Remote) slots)
    {
        var count = counts.Find(c => c.Lane == lane.Word());
        return new LaneReport(
            count?.Queued ?? 0, count?.PutOff ?? 0, count?.Rendering ?? 0, lane == Core.Jobs.Lane.Studio ? slots.Studio : slots.Remote,
            count?.OldestS);
    }

    private sealed record LaneCount(string Lane, int Queued, int PutOff, int Rendering, double? OldestS);
}
