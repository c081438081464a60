using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Sweeping;

/// <summary>Finds the jobs whose lease lapsed or whose time is over, in the database's time.</summary>
internal static class LapsedJobs
{
    /// <summary>Puts rendering jobs without a living owner back into the outbox; the claim that follows takes them over. One whose time ran
    /// out while a provider had it is taken over too: its audio may be finished, and paid for.</summary>
    public static Task<int> RequeueLapsedAsync(this SoundFoundryDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outbox (job_id, user_id, lane, priority)
            SELECT id, user_id, lane, 1 FROM jobs
            WHERE status = 'RENDERING' AND lease_until < now() AND NOT cancel_requested AND claims < {JobClaims.MaxClaims}
                AND (deadline_at > now() OR EXISTS (
                    SELECT 1 FROM attempts WHERE job_id = jobs.id AND attempts.ended_at IS NULL AND request_id IS NOT NULL))
            FOR NO KEY UPDATE SKIP LOCKED
            ON CONFLICT (job_id) DO NOTHING
            """, cancellationToken);

    public static Task<List<HopelessJob>> FindHopelessAsync(this SoundFoundryDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<HopelessJob>(
            $"""
            SELECT id AS job_id, user_id, cancel_requested, claims FROM jobs
            WHERE (status = 'RENDERING' AND lease_until < now()
                    AND (cancel_requested OR claims >= {JobClaims.MaxClaims} OR (deadline_at < now() AND NOT EXISTS (
                        SELECT 1 FROM attempts WHERE job_id = jobs.id AND attempts.ended_at IS NULL AND request_id IS NOT NULL))))
                OR (status = 'QUEUED' AND cancel_requested)
                OR (status = 'QUEUED' AND deadline_at < now() AND NOT EXISTS (SELECT 1 FROM dispatch_control WHERE mode = 'PAUSED'))
            LIMIT 100
            """).ToListAsync(cancellationToken);
}
