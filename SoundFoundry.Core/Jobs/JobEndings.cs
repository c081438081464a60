using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Core.Jobs;

/// <summary>How a job ends: one transaction that moves the state and the money together, or changes nothing.</summary>
public static class JobEndings
{
    /// <summary>Names the winning artifact and settles. False if the claim is no longer good or a cancel came first.</summary>
    public static async Task<bool> CompleteAsync(
        this SoundFoundryDb db, JobClaim claim, long attemptId, Artifact artifact, int charge, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moved = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE jobs
            SET status = 'COMPLETE', stage = NULL, progress = 1, charged_credits = {charge}, completed_at = now(), lease_until = NULL,
                artifact_key = {artifact.Key}, artifact_content_type = {artifact.ContentType}, artifact_bytes = {artifact.Bytes},
                artifact_sha256 = {artifact.Sha256}, artifact_duration_s = {artifact.DurationSeconds}, artifact_peaks = {artifact.Peaks},
                artifact_musical_key = {artifact.MusicalKey}, artifact_brightness = {artifact.Brightness}, artifact_energy = {artifact.Energy},
                version = nextval('job_version')
            WHERE id = {claim.JobId} AND fence = {claim.Fence} AND status = 'RENDERING' AND NOT cancel_requested
            """, cancellationToken);
        if (moved == 0) return false;

        // There may be one: the sweeper puts a job whose lease lapsed back into the outbox, and this worker was only late.
        await db.Outbox.Where(message => message.JobId == claim.JobId).ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE attempts SET outcome = 'SUCCEEDED', cost_usd_micros = coalesce(cost_usd_micros, expected_usd_micros), ended_at = now()
            WHERE id = {attemptId}
            """, cancellationToken);
        await db.NotifyEndedAsync(claim.UserId, claim.JobId, JobStatus.Complete, cancellationToken);
        // Last, since all of a user's jobs meet at one account: nothing but the commit is done while it is locked.
        await db.SettleAsync(claim.UserId, claim.JobId, claim.QuotedCredits, charge, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Ends the claimed job without audio and gives the hold back.</summary>
    public static Task<bool> FailAsync(
        this SoundFoundryDb db, JobClaim claim, Failure failure, CancellationToken cancellationToken) =>
        db.EndUnpaidAsync(claim.JobId, claim.Fence, JobStatus.Failed, failure.Code, failure.Reason, cancellationToken);

    /// <summary>Ends the claimed job because its user asked to.</summary>
    public static Task<bool> AcceptCancelAsync(this SoundFoundryDb db, JobClaim claim, CancellationToken cancellationToken) =>
        db.EndUnpaidAsync(claim.JobId, claim.Fence, JobStatus.Canceled, null, null, cancellationToken);

    /// <summary>Ends a job that no worker can hold any more: its lease lapsed, or it never was claimed.</summary>
    public static Task<bool> EndUnownedAsync(
        this SoundFoundryDb db, long jobId, JobStatus ending, string? errorCode, string? error, CancellationToken cancellationToken) =>
        db.EndUnpaidAsync(jobId, null, ending, errorCode, error, cancellationToken);

    /// <summary>Cancels a queued job at once; asks the worker of a rendering one to stop.</summary>
    /// <returns>The state after the call, or null if the job had ended before.</returns>
    public static async Task<JobStatus?> RequestCancelAsync(this SoundFoundryDb db, long jobId, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await db.EndUnpaidAsync(jobId, null, JobStatus.Canceled, null, null, cancellationToken)) return JobStatus.Canceled;
            var asked = await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE jobs SET cancel_requested = true, stage = {JobStages.Canceling}, version = nextval('job_version')
                WHERE id = {jobId} AND status = 'RENDERING'
                """, cancellationToken);
            if (asked == 1) return JobStatus.Rendering;

            // Neither queued nor rendering: it has ended, or a worker handed it back between the two statements.
            var status = await db.Jobs.Where(job => job.Id == jobId).Select(job => job.Status).SingleAsync(cancellationToken);
            if (status.IsFinal()) return null;
        }
    }

    private static async Task<bool> EndUnpaidAsync(
        this SoundFoundryDb db, long jobId, long? fence, JobStatus ending, string? errorCode, string? error, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var status = ending.Name();
        var ended = await db.Database.SqlQuery<EndedJob>(
            $"""
            UPDATE jobs
            SET status = {status}, stage = NULL, charged_credits = 0, error_code = {errorCode}, error = left({error}, 2000),
                completed_at = now(), lease_until = NULL, retry_at = NULL, provider_position = NULL, version = nextval('job_version')
            WHERE id = {jobId} AND (
                (status = 'RENDERING' AND fence = CAST({fence} AS bigint))
                OR (CAST({fence} AS bigint) IS NULL AND (status = 'QUEUED' OR (status = 'RENDERING' AND lease_until < now()))))
            RETURNING user_id, quoted_credits
            """).ToListAsync(cancellationToken);
        if (ended.SingleOrDefault() is not { } job) return false;

        await db.Outbox.Where(message => message.JobId == jobId).ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE attempts
            SET outcome = CASE WHEN outcome = 'UNKNOWN' OR awaits_answer THEN 'UNKNOWN' ELSE 'ABANDONED' END,
                cost_usd_micros = CASE WHEN awaits_answer OR request_id IS NOT NULL THEN expected_usd_micros ELSE 0 END, ended_at = now()
            WHERE job_id = {jobId} AND ended_at IS NULL
            """, cancellationToken);
        await db.NotifyEndedAsync(job.UserId, jobId, ending, cancellationToken);
        await db.ReleaseAsync(job.UserId, jobId, job.QuotedCredits, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private sealed record EndedJob(long UserId, int QuotedCredits);
}
