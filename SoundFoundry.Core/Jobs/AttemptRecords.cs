using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Core.Jobs;

/// <summary>What is written down about an attempt, before and after each thing that cannot be taken back.</summary>
public static class AttemptRecords
{
    /// <summary>Before the provider hears of it.</summary>
    /// <returns>The attempt, or null once the claim is no longer good.</returns>
    public static async Task<Attempt?> BeginAttemptAsync(
        this SoundFoundryDb db, JobClaim claim, int number, MusicModel model, double durationSeconds, CancellationToken cancellationToken)
    {
        var begun = await db.Attempts.FromSql(
            $"""
            WITH owned AS (
                UPDATE jobs SET provider = {model.Provider}, model = {model.Name}, attempt = {number}, version = nextval('job_version')
                WHERE id = {claim.JobId} AND fence = {claim.Fence} AND status = 'RENDERING'
                RETURNING id, fence)
            INSERT INTO attempts (job_id, fence, number, provider, model, outcome, submits, expected_usd_micros)
            SELECT id, fence, {number}, {model.Provider}, {model.Name}, 'SUBMITTING', 0, {model.Cost.UsdMicrosFor(durationSeconds)} FROM owned
            RETURNING *
            """).AsNoTracking().ToListAsync(cancellationToken);
        return begun.SingleOrDefault();
    }

    /// <summary>The last thing before a submit is sent. False if the claim is no longer good: then nothing may be sent.</summary>
    public static async Task<bool> TryCountSubmitAsync(
        this SoundFoundryDb db, JobClaim claim, long attemptId, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE attempts SET submits = submits + 1, awaits_answer = true FROM jobs
            WHERE attempts.id = {attemptId} AND outcome = 'SUBMITTING' AND attempts.ended_at IS NULL AND jobs.id = job_id
                AND jobs.fence = {claim.Fence} AND jobs.status = 'RENDERING' AND jobs.lease_until > now() AND NOT jobs.cancel_requested
            """, cancellationToken) == 1;

    /// <summary>The provider said no, or never heard the question: nothing is on its way.</summary>
    public static Task RecordNotTakenAsync(this SoundFoundryDb db, long attemptId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"UPDATE attempts SET awaits_answer = false WHERE id = {attemptId} AND outcome = 'SUBMITTING'", cancellationToken);

    /// <summary>The provider has it. Written even by a worker that lost its claim: whoever has the job now resumes with it.</summary>
    /// <returns>False if another attempt has this id.</returns>
    public static async Task<bool> RecordAcceptedAsync(
        this SoundFoundryDb db, long attemptId, RemoteHandle handle, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(handle, JsonSerializerOptions.Web);
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE attempts AS mine
            SET outcome = CASE WHEN ended_at IS NULL THEN 'ACCEPTED' ELSE outcome END, awaits_answer = false,
                request_id = {handle.RequestId}, handle = {json}::jsonb, accepted_at = coalesce(accepted_at, now())
            WHERE id = {attemptId} AND request_id IS NULL AND NOT EXISTS (
                SELECT 1 FROM attempts AS other WHERE other.provider = mine.provider AND other.request_id = {handle.RequestId})
            """, cancellationToken) == 1;
    }

    /// <summary>The answer was lost: from now on the worst cost is assumed, and the provider is asked about it.</summary>
    public static Task RecordUnknownAsync(this SoundFoundryDb db, long attemptId, Failure failure, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE attempts
            SET outcome = 'UNKNOWN', lost_at = now(), error_class = 'UNKNOWN', error_code = {failure.Code}, error = left({failure.Reason}, 2000),
                cost_usd_micros = expected_usd_micros
            WHERE id = {attemptId} AND outcome = 'SUBMITTING'
            """, cancellationToken);

    /// <summary>Ends an attempt that delivered nothing. What failed here (<see cref="FailureClass.Local"/>) while the provider has the work
    /// stays open instead: the work is paid for, and whoever takes the job up again fetches it. It cost what was expected if the provider took it, or may have, and may bill such
    /// an end. Nothing is changed by a claim that is no longer good.</summary>
    public static Task EndAttemptAsync(
        this SoundFoundryDb db, JobClaim claim, long attemptId, AttemptOutcome outcome, Failure failure, CancellationToken cancellationToken)
    {
        var billed = FailurePolicy.MayBeBilled(failure);
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE attempts
            SET outcome = {outcome.Word()}, ended_at = now(),
                error_class = {failure.Class.Word()}, error_code = {failure.Code}, error = left({failure.Reason}, 2000),
                cost_usd_micros = CASE WHEN awaits_answer OR ({billed} AND accepted_at IS NOT NULL) THEN expected_usd_micros ELSE 0 END
            FROM jobs WHERE attempts.id = {attemptId} AND ended_at IS NULL AND jobs.id = job_id AND jobs.fence = {claim.Fence}
                AND NOT ({failure.Class.Word()} = 'LOCAL' AND request_id IS NOT NULL)
            """, cancellationToken);
    }

    /// <summary>Ends an attempt of which no provider can have heard.</summary>
    public static Task AbandonUnsentAsync(this SoundFoundryDb db, long attemptId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE attempts SET outcome = 'ABANDONED', ended_at = now()
            WHERE id = {attemptId} AND ended_at IS NULL AND NOT awaits_answer AND request_id IS NULL
            """, cancellationToken);

    /// <summary>It became known what the provider made of an attempt whose job went on without it.</summary>
    public static Task ReconcileAsync(
        this SoundFoundryDb db, long attemptId, AttemptOutcome outcome, long costUsdMicros, CancellationToken cancellationToken)
    {
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE attempts
            SET outcome = {outcome.Word()}, cost_usd_micros = {costUsdMicros}, reconciled_at = now(), ended_at = coalesce(ended_at, now())
            WHERE id = {attemptId} AND reconciled_at IS NULL
            """, cancellationToken);
    }

    /// <summary>How much longer a lost answer is looked for. Not positive when it is over.</summary>
    public static Task<TimeSpan> SearchTimeLeftAsync(
        this SoundFoundryDb db, long attemptId, TimeSpan limit, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<TimeSpan>(
            $"""SELECT coalesce(lost_at, started_at) + {limit} - now() AS "Value" FROM attempts WHERE id = {attemptId}""")
            .SingleAsync(cancellationToken);

    /// <summary>How much longer the attempt may take: what is left of its own limit, or of its job's deadline. Not positive when that is
    /// over.</summary>
    public static Task<TimeSpan> TimeLeftAsync(
        this SoundFoundryDb db, long attemptId, TimeSpan limit, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<TimeSpan>(
            $"""
            SELECT least(attempts.started_at + {limit}, jobs.deadline_at) - now() AS "Value"
            FROM attempts JOIN jobs ON jobs.id = job_id WHERE attempts.id = {attemptId}
            """).SingleAsync(cancellationToken);

    /// <summary>What today's submits of unknown outcome may have cost at a provider, in millionths of a US dollar.</summary>
    public static async Task<long> UnknownCostTodayAsync(this SoundFoundryDb db, string provider, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<long>(
            $"""
            SELECT coalesce(sum(cost_usd_micros), 0)::bigint AS "Value" FROM attempts
            WHERE provider = {provider} AND outcome = 'UNKNOWN' AND reconciled_at IS NULL
                AND started_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
            """).SingleAsync(cancellationToken);
}
