using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Jobs;

/// <summary>Reads jobs as they are told to their users: with their place in the queue and what is to be expected.</summary>
internal sealed class JobReader(QueuePlaces queue, RenderHistory history, TimeProvider clock)
{
    public async Task<List<JobRow>> ReadAsync(SoundFoundryDb db, IQueryable<Job> jobs, CancellationToken cancellationToken)
    {
        var rows = await db.Rows(jobs).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var unfinished = rows.Where(row => !row.Job.Status.IsFinal() && !(row.Job.RetryAt > now)).ToList();
        if (unfinished.Count == 0) return rows;

        var times = await history.ReadAsync(cancellationToken);
        var waiting = unfinished.Where(row => row.Job.Status == JobStatus.Queued).ToList();
        var lanes = waiting.Count == 0 ? null : await queue.ReadAsync(waiting.Max(row => row.Job.Id), cancellationToken);
        foreach (var row in unfinished) Tell(row, times, lanes?.GetValueOrDefault(row.Job.Lane));
        return rows;
    }

    private void Tell(JobRow row, IReadOnlyList<RenderTime> times, LanePlaces? lane)
    {
        var job = row.Job;
        var provider = job.Status == JobStatus.Queued ? job.FirstProvider : job.Provider;
        var model = job.Status == JobStatus.Queued ? null : job.Model;
        var bucket = RenderHistory.Bucket(row.DurationSeconds);
        var usual = times.FirstOrDefault(time => time.Provider == provider && time.Model == model && time.Bucket == bucket);
        if (job.Status == JobStatus.Queued)
        {
            // One that has no place is on its way to a worker.
            if (lane is null || !lane.Places.TryGetValue(job.Id, out var place)) return;
            row.Place = place;
            if (usual is not null && !row.Paused) row.Forecast = Forecast.OfWaiting(usual, place, lane.AtWork, lane.Slots);
        }
        else if (usual is not null && row.AttemptStartedAt is { } started)
        {
            row.Forecast = Forecast.OfRunning(usual, clock.GetUtcNow() - started);
        }
    }
}
