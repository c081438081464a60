using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Jobs;

/// <summary>What a worker says while it works. Each write is refused (false) once the claim is no longer good.</summary>
public static class JobProgress
{
    /// <param name="progress">0 to 1; a lower value than before is ignored.</param>
    public static Task<bool> ReportAsync(
        this SoundFoundryDb db, JobClaim claim, string stage, double progress, CancellationToken cancellationToken) =>
        db.ReportAsync(claim, stage, progress, null, cancellationToken);

    /// <param name="providerPosition">How many are before it in the provider's own queue; null if it does not wait there, or nobody says.</param>
    public static async Task<bool> ReportAsync(
        this SoundFoundryDb db, JobClaim claim, string stage, double progress, int? providerPosition, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE jobs SET stage = CASE WHEN cancel_requested THEN stage ELSE {stage} END, progress = greatest(progress, {progress}),
                provider_position = {providerPosition}, version = nextval('job_version')
            WHERE id = {claim.JobId} AND fence = {claim.Fence} AND status = 'RENDERING'
            """, cancellationToken) == 1;

    /// <summary>Whether the job's time is over, so that nothing more may be begun for it.</summary>
    public static Task<bool> IsOverdueAsync(this SoundFoundryDb db, long jobId, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"""SELECT deadline_at < now() AS "Value" FROM jobs WHERE id = {jobId}""").SingleAsync(cancellationToken);
}
