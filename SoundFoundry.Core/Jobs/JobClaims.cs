using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Core.Jobs;

/// <summary>Who owns a job. Time is the database's, so that no worker's clock matters.</summary>
public static class JobClaims
{
    /// <summary>After this many claims a job is taken for poison and ends as failed.</summary>
    public const int MaxClaims = 5;

    /// <summary>The <c>error_code</c> of a job that was taken for poison: parked until its operator tries it again.</summary>
    public const string TooManyClaims = "too_many_claims";

    /// <summary>What a job gets whose time ran out while nobody held it, to fetch what a provider may have finished meanwhile.</summary>
    private static readonly TimeSpan LastLook = TimeSpan.FromMinutes(1);

    /// <summary>How long after it was accepted, or after the queue was last set going again, a job may still be put off.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Takes a queued job, or one whose lease lapsed. Of any number of callers one wins; the others get null.</summary>
    /// <param name="deadline">How long the job may stay in rendering, over all claims that continue it.</param>
    public static async Task<JobClaim?> ClaimAsync(
        this SoundFoundryDb db, long jobId, string worker, TimeSpan lease, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var claims = await db.Database.SqlQuery<JobClaim>(
            $"""
            WITH before AS (SELECT id, status = 'RENDERING' AND deadline_at < now() AS overdue FROM jobs WHERE id = {jobId}),
            claimed AS (
                UPDATE jobs
                SET deadline_at = CASE status WHEN 'QUEUED' THEN now() + {deadline} ELSE greatest(deadline_at, now() + {LastLook}) END,
                    status = 'RENDERING', fence = fence + 1, claims = claims + 1, worker = {worker}, lease_until = now() + {lease},
                    started_at = coalesce(started_at, now()), stage = {JobStages.Starting}, retry_at = NULL, error_code = NULL, error = NULL,
                    provider_position = NULL, version = nextval('job_version')
                WHERE id = {jobId} AND NOT cancel_requested AND claims < {MaxClaims} AND (retry_at IS NULL OR retry_at <= now())
                    AND (status = 'QUEUED' OR (status = 'RENDERING' AND lease_until < now()))
                RETURNING id, track_id, user_id, fence, claims, quoted_credits, trace_parent, now() - created_at AS waited),
            taken AS (DELETE FROM outbox WHERE job_id IN (SELECT id FROM claimed)),
            nothing_sent AS (
                UPDATE attempts SET outcome = 'ABANDONED', ended_at = now()
                WHERE job_id IN (SELECT id FROM claimed) AND outcome = 'SUBMITTING' AND ended_at IS NULL AND NOT awaits_answer),
            answer_lost AS (
                UPDATE attempts SET outcome = 'UNKNOWN', lost_at = now(), cost_usd_micros = expected_usd_micros, error_class = 'UNKNOWN',
                    error_code = 'unknown_outcome', error = 'The worker was lost while its request was on the way.'
                WHERE job_id IN (SELECT id FROM claimed) AND outcome = 'SUBMITTING' AND ended_at IS NULL AND awaits_answer)
            SELECT id AS job_id, track_id, user_id, fence, claims, quoted_credits, trace_parent, waited, overdue FROM claimed JOIN before USING (id)
            """).ToListAsync(cancellationToken);
        return claims.SingleOrDefault();
    }

    /// <summary>Gives an unfinished job back to the queue: a clean stop is not a claim that failed.</summary>
    /// <returns>False if the claim was no longer good.</returns>
    public static async Task<bool> HandBackAsync(this SoundFoundryDb db, JobClaim claim, CancellationToken cancellationToken)
    {
        var changed = await db.Database.ExecuteSqlAsync(
            $"""
            WITH returned AS (
                UPDATE jobs
                SET status = 'QUEUED', claims = claims - 1, worker = NULL, lease_until = NULL, stage = NULL, provider_position = NULL,
                    deadline_at = now() + interval '1 day', version = nextval('job_version')
                WHERE id = {claim.JobId} AND fence = {claim.Fence} AND status = 'RENDERING' AND NOT cancel_requested
                RETURNING id, user_id, lane)
            INSERT INTO outbox (job_id, user_id, lane, priority) SELECT id, user_id, lane, {OutboxMessage.Begun} FROM returned
            ON CONFLICT (job_id) DO UPDATE SET priority = {OutboxMessage.Begun}, dispatched_at = NULL
            """, cancellationToken);
        return changed == 1;
    }

    /// <summary>Gives a job that nobody can render for the moment back to the queue until later. What failed up to this claim may be asked
    /// again then, as far as it left nothing behind; what a provider has already keeps its place as work that was begun.</summary>
    /// <param name="most">How often this may happen to a job.</param>
    /// <returns>False if the claim was no longer good, a cancel came first, or it happened often or long enough.</returns>
    public static async Task<bool> PutOffAsync(
        this SoundFoundryDb db, JobClaim claim, TimeSpan wait, int most, Failure why, CancellationToken cancellationToken)
    {
        var changed = await db.Database.ExecuteSqlAsync(
            $"""
            WITH put_off AS (
                UPDATE jobs
                SET status = 'QUEUED', claims = claims - 1, worker = NULL, lease_until = NULL, stage = NULL, provider_position = NULL,
                    retries = retries + 1, retry_at = now() + {wait}, retry_fence = fence,
                    error_code = {why.Code}, error = left({why.Reason}, 2000), deadline_at = greatest(created_at, since) + {Lifetime}, version = nextval('job_version')
                FROM (SELECT changed_at AS since FROM dispatch_control) AS control
                WHERE id = {claim.JobId} AND fence = {claim.Fence} AND status = 'RENDERING' AND NOT cancel_requested
                    AND retries < {most} AND now() + {wait} < greatest(created_at, since) + {Lifetime}
                RETURNING id, user_id, lane, retry_at)
            INSERT INTO outbox (job_id, user_id, lane, priority, available_at)
                SELECT id, user_id, lane, CASE WHEN EXISTS (
                    SELECT 1 FROM attempts WHERE job_id = put_off.id AND ended_at IS NULL AND request_id IS NOT NULL)
                    THEN {OutboxMessage.Begun} ELSE 0 END, retry_at
                FROM put_off
            ON CONFLICT (job_id) DO UPDATE SET priority = excluded.priority, available_at = excluded.available_at, dispatched_at = NULL
            """, cancellationToken);
        return changed == 1;
    }
}
