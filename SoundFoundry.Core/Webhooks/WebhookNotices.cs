using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Webhooks;

/// <summary>What there is to tell, written for each webhook that wants to hear it, within the transaction in which it happens. For a user
/// without webhooks that is one look into an index.</summary>
/// <remarks>A webhook that is being deleted meanwhile is waited for and left out: what happened to the job must not fail for it.</remarks>
public static class WebhookNotices
{
    /// <summary>How a job ended.</summary>
    internal static Task NotifyEndedAsync(
        this SoundFoundryDb db, long userId, long jobId, JobStatus ending, CancellationToken cancellationToken)
    {
        var name = ending switch
        {
            JobStatus.Complete => WebhookEvents.TrackCompleted,
            JobStatus.Failed => WebhookEvents.TrackFailed,
            JobStatus.Canceled => WebhookEvents.TrackCanceled,
            _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "Not an ending."),
        };
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO webhook_deliveries (webhook_id, user_id, event, track_id, job_id, data)
            SELECT webhooks.id, webhooks.user_id, {name}, jobs.track_id, jobs.id, jsonb_build_object(
                'track_id', jobs.track_id, 'job_id', jobs.id, 'status', jobs.status, 'error_code', jobs.error_code,
                'charged_credits', jobs.charged_credits)
            FROM webhooks JOIN jobs ON jobs.id = {jobId}
            WHERE webhooks.user_id = {userId} AND disabled_at IS NULL AND {name} = ANY (events)
            FOR KEY SHARE OF webhooks
            """, cancellationToken);
    }

    /// <summary>Audio that came too late is offered.</summary>
    internal static Task NotifyLateAsync(this SoundFoundryDb db, long attemptId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO webhook_deliveries (webhook_id, user_id, event, track_id, job_id, data)
            SELECT webhooks.id, webhooks.user_id, {WebhookEvents.LateResultFound}, late.track_id, late.job_id, jsonb_build_object(
                'track_id', late.track_id, 'job_id', late.job_id, 'late_id', late.id, 'credits', late.credits)
            FROM late_results AS late JOIN webhooks ON webhooks.user_id = late.user_id
            WHERE late.attempt_id = {attemptId} AND disabled_at IS NULL AND {WebhookEvents.LateResultFound} = ANY (events)
            FOR KEY SHARE OF webhooks
            """, cancellationToken);

    /// <summary>A delivery to try the webhook with. Null if it is disabled, or not there.</summary>
    public static async Task<long?> NotifyTestAsync(
        this SoundFoundryDb db, long userId, long webhookId, CancellationToken cancellationToken)
    {
        var written = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO webhook_deliveries (webhook_id, user_id, event, data, attempts_allowed)
            SELECT id, user_id, {WebhookEvents.Test}, jsonb_build_object('webhook_id', id), 1
            FROM webhooks WHERE id = {webhookId} AND user_id = {userId} AND disabled_at IS NULL
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        return written.Count == 0 ? null : written[0];
    }
}
