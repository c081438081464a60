using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Webhooks;

/// <summary>What is written down after an attempt. Nothing is changed by an attempt that another one followed, nor once the webhook was
/// disabled or deleted.</summary>
internal static class DeliveryRecords
{
    public static Task RecordDeliveredAsync(
        this SoundFoundryDb db, DueDelivery due, DeliveryOutcome outcome, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            WITH delivered AS (
                UPDATE webhook_deliveries
                SET status = 'DELIVERED', next_at = NULL, lease_until = NULL, ended_at = now(), status_code = {outcome.StatusCode}, error = NULL,
                    duration_ms = {outcome.Milliseconds}
                WHERE id = {due.Id} AND attempts = {due.Attempt} AND next_at IS NOT NULL
                RETURNING webhook_id)
            UPDATE webhooks SET failing_since = NULL WHERE id IN (SELECT webhook_id FROM delivered) AND failing_since IS NOT NULL
            """, cancellationToken);

    /// <summary>Puts it off, or gives it up after its last attempt.</summary>
    /// <returns>Since when the webhook's deliveries fail, as an age; null if the attempt no longer counted.</returns>
    public static async Task<TimeSpan?> RecordFailedAsync(
        this SoundFoundryDb db, DueDelivery due, DeliveryOutcome outcome, TimeSpan wait, CancellationToken cancellationToken)
    {
        var failing = await db.Database.SqlQuery<TimeSpan>(
            $"""
            WITH failed AS (
                UPDATE webhook_deliveries
                SET status = CASE WHEN attempts < attempts_allowed THEN 'PENDING' ELSE 'FAILED' END,
                    next_at = CASE WHEN attempts < attempts_allowed THEN now() + {wait} END,
                    ended_at = CASE WHEN attempts < attempts_allowed THEN NULL ELSE now() END,
                    lease_until = NULL, status_code = {outcome.StatusCode}, error = left({outcome.Error}, 500),
                    duration_ms = {outcome.Milliseconds}
                WHERE id = {due.Id} AND attempts = {due.Attempt} AND next_at IS NOT NULL
                RETURNING webhook_id)
            UPDATE webhooks SET failing_since = coalesce(failing_since, now()) WHERE id IN (SELECT webhook_id FROM failed)
            RETURNING now() - failing_since AS "Value"
            """).ToListAsync(cancellationToken);
        return failing.Count == 0 ? null : failing[0];
    }

    /// <summary>Leaves it to another worker at once, as if this one had not begun.</summary>
    public static Task HandBackAsync(this SoundFoundryDb db, DueDelivery due, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE webhook_deliveries SET attempts = attempts - 1, lease_until = NULL
            WHERE id = {due.Id} AND attempts = {due.Attempt} AND next_at IS NOT NULL
            """, cancellationToken);
}
