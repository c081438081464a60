using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.LateResults;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Jobs;

internal static class JobQueries
{
    public static IQueryable<JobRow> Rows(this SoundFoundryDb db, IQueryable<Job> jobs)
    {
        var offers = db.LateRows();
        return jobs.AsNoTracking().Select(job => new JobRow
        {
            Job = job,
            Late = offers.Where(late => late.TrackId == job.TrackId).OrderBy(late => late.Id).Select(late => late.Offer).ToList(),
            Paused = job.Status == JobStatus.Queued && db.DispatchControl.Any(control => control.Mode == DispatchMode.Paused),
            Ahead = job.Status == JobStatus.Queued
                ? db.Jobs.Count(other => other.Status == JobStatus.Queued && other.Lane == job.Lane && other.Id < job.Id)
                : null,
        });
    }
}

internal sealed class JobRow
{
    /// <summary>Below this share of the work a forecast would be a guess.</summary>
    private const double EnoughToJudge = 0.05;

    public required Job Job { get; init; }

    public required bool Paused { get; init; }

    public required int? Ahead { get; init; }

    public required IReadOnlyList<LateOffer> Late { get; init; }

    public JobResponse ToResponse(DateTimeOffset now) => new(
        Job.Id, Job.TrackId, Job.Status.Name(), Job.Provider, Job.Model, Job.Attempt, Job.Stage, Math.Round(Job.Progress, 3),
        Ahead + 1, Eta(now), Math.Round(Math.Max(0, ((Job.CompletedAt ?? now) - Job.CreatedAt).TotalSeconds), 1), Job.ErrorCode, Job.Error,
        Job.ChargedCredits is null ? Job.QuotedCredits : 0, Job.ChargedCredits, Job.Retries, Job.RetryAt, Paused, Job.Version,
        Job.CreatedAt, Job.StartedAt, Job.CompletedAt, Late);

    private double? Eta(DateTimeOffset now)
    {
        if (Job.Status != JobStatus.Rendering || Job.Progress < EnoughToJudge || Job.StartedAt is not { } started) return null;
        return Math.Round(Math.Max(0, (now - started).TotalSeconds) / Job.Progress * (1 - Job.Progress), 1);
    }
}
