using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Jobs;

/// <summary>What a worker says while it works. Each write is refused (false) once the claim is no longer good.</summary>
public static class JobProgress
{
    /// <param name="progress">0 to 1; a lower value than before is ignored.</param>
    public static async Task<bool> ReportAsync(
        this SoundFoundryDb db, JobClaim claim, string stage, double progress, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE jobs SET stage = CASE WHEN cancel_requested THEN stage ELSE {stage} END, progress = greatest(progress, {progress}), version = nextval('job_version')
            WHERE id = {claim.JobId} AND fence = {claim.Fence} AND status = 'RENDERING'
            """, cancellationToken) == 1;

    /// <summary>Writes down, before the provider hears of it, that an attempt begins.</summary>
    /// <returns>The attempt's id, or null once the claim is no longer good.</returns>
    public static async Task<long?> BeginAttemptAsync(
        this SoundFoundryDb db, JobClaim claim, int number, string provider, string model, CancellationToken cancellationToken)
    {
        var ids = await db.Database.SqlQuery<long>(
            $"""
            WITH owned AS (
                UPDATE jobs SET provider = {provider}, model = {model}, attempt = {number}, version = nextval('job_version')
                WHERE id = {claim.JobId} AND fence = {claim.Fence} AND status = 'RENDERING'
                RETURNING id, fence)
            INSERT INTO attempts (job_id, fence, number, provider, model, outcome)
            SELECT id, fence, {number}, {provider}, {model}, 'SUBMITTING' FROM owned
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        return ids.Count == 1 ? ids[0] : null;
    }

    public static Task EndAttemptAsync(
        this SoundFoundryDb db, long attemptId, AttemptOutcome outcome, string? errorCode, string? error, long? costUsdMicros,
        CancellationToken cancellationToken)
    {
        var name = outcome.ToString().ToUpperInvariant();
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE attempts SET outcome = {name}, error_code = {errorCode}, error = {error}, cost_usd_micros = {costUsdMicros}, ended_at = now()
            WHERE id = {attemptId} AND ended_at IS NULL
            """, cancellationToken);
    }
}
