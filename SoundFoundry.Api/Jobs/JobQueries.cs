using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.LateResults;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Outbox;
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
            Paused = job.Status == JobStatus.Queued && db.DispatchControl.Any(control => control.Mode == DispatchMode.Paused)
                && !db.Outbox.Any(message => message.JobId == job.Id && message.Priority == OutboxMessage.Begun),
            DurationSeconds = db.Tracks.Where(track => track.Id == job.TrackId).Select(track => track.DurationSeconds).First(),
            AttemptStartedAt = job.Status == JobStatus.Rendering
                ? db.Attempts.Where(attempt => attempt.JobId == job.Id).Max(attempt => (DateTimeOffset?)attempt.StartedAt)
                : null,
        });
    }
}

internal sealed class JobRow
{
    public required Job Job { get; init; }

    public required bool Paused { get; init; }

    public required double DurationSeconds { get; init; }

    public required DateTimeOffset? AttemptStartedAt { get; init; }

    /// <summary>1 is next; null when it does not wait for its turn.</summary>
    public int? Place { get; set; }

    /// <summary>Null when there is nothing to judge by, or nothing to promise any more.</summary>
    public Forecast? Forecast { get; set; }

    public required IReadOnlyList<LateOffer> Late { get; init; }

    public JobResponse ToResponse(DateTimeOffset now) => new(
        Job.Id, Job.TrackId, Job.Status.Name(), Job.Provider, Job.Model, Job.Attempt, Job.Stage, Math.Round(Job.Progress, 3),
        Place, Round((Forecast?.FromS + Forecast?.ToS) / 2), Round(Forecast?.FromS), Round(Forecast?.ToS), Job.ProviderPosition,
        Math.Round(Math.Max(0, ((Job.CompletedAt ?? now) - Job.CreatedAt).TotalSeconds), 1), Job.ErrorCode, Job.Error,
        Job.ChargedCredits is null ? Job.QuotedCredits : 0, Job.ChargedCredits, Job.Retries, Job.RetryAt, Paused, Job.Version,
        Job.CreatedAt, Job.StartedAt, Job.CompletedAt, Late);

    private static double? Round(double? seconds) => seconds is { } s ? Math.Round(s, 1) : null;
}
