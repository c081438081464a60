using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Dispatch;

/// <summary>Whose turn it is. Fairness and priority live here, in PostgreSQL; the stream only carries what was chosen.</summary>
internal static class OutboxChoice
{
    /// <summary>Marks as dispatched, and returns, as many waiting jobs as the live workers have free slots: users in turn, and of
    /// each user the highest priority and then the oldest first.</summary>
    /// <remarks>A job dispatched five seconds ago and still not claimed is chosen again: its entry was lost with its stream, or with
    /// the worker that read it. If it was not, the second entry finds the job claimed and is dropped.</remarks>
    public static Task<List<RenderMessage>> ChooseAsync(this SoundFoundryDb db, Lane lane, CancellationToken cancellationToken)
    {
        var name = lane.Word();
        return db.Database.SqlQuery<RenderMessage>(
            $"""
            WITH room AS (
                SELECT greatest(0,
                    (SELECT coalesce(sum(CASE {name} WHEN 'STUDIO' THEN studio_slots ELSE remote_slots END), 0) FROM workers
                        WHERE seen_at > now() - interval '6 seconds')
                    - (SELECT count(*) FROM jobs WHERE status = 'RENDERING' AND lane = {name} AND lease_until > now())
                    - (SELECT count(*) FROM outbox WHERE lane = {name} AND dispatched_at > now() - interval '5 seconds')) AS free),
            waiting AS (
                SELECT job_id, priority, row_number() OVER (PARTITION BY outbox.user_id ORDER BY outbox.priority DESC, job_id) AS turn
                FROM outbox JOIN jobs ON jobs.id = outbox.job_id
                WHERE outbox.lane = {name} AND available_at <= now()
                    AND (dispatched_at IS NULL OR dispatched_at <= now() - interval '5 seconds')
                    AND (jobs.status = 'QUEUED' OR (jobs.status = 'RENDERING' AND jobs.lease_until < now()))),
            chosen AS (SELECT job_id FROM waiting ORDER BY turn, priority DESC, job_id LIMIT (SELECT free FROM room)),
            marked AS (
                UPDATE outbox SET dispatched_at = now() FROM chosen WHERE outbox.job_id = chosen.job_id RETURNING outbox.job_id)
            SELECT marked.job_id, jobs.trace_parent FROM marked JOIN jobs ON jobs.id = marked.job_id ORDER BY marked.job_id
            """).ToListAsync(cancellationToken);
    }
}
