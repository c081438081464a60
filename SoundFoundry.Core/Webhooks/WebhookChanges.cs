using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Webhooks;

/// <summary>What changes about a webhook, whoever wants it so. Each runs inside the caller's transaction if there is one.</summary>
public static class WebhookChanges
{
    /// <summary>Nothing is sent to it any more, nor what waits for it. Disabling again keeps the first reason.</summary>
    public static Task DisableWebhookAsync(
        this SoundFoundryDb db, long webhookId, DisabledReason reason, CancellationToken cancellationToken)
    {
        var name = reason.Word();
        return db.Database.ExecuteSqlAsync(
            $"""
            WITH disabled AS (
                UPDATE webhooks SET disabled_at = now(), disabled_reason = {name} WHERE id = {webhookId} AND disabled_at IS NULL
                RETURNING id)
            UPDATE webhook_deliveries SET status = 'DROPPED', next_at = NULL, lease_until = NULL, ended_at = now(),
                error = coalesce(error, 'The webhook was disabled.')
            WHERE webhook_id IN (SELECT id FROM disabled) AND next_at IS NOT NULL
            """, cancellationToken);
    }

    /// <summary>From now on it is told again; what it missed is not made up for.</summary>
    public static Task EnableWebhookAsync(this SoundFoundryDb db, long webhookId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE webhooks SET disabled_at = NULL, disabled_reason = NULL, failing_since = NULL
            WHERE id = {webhookId} AND disabled_at IS NOT NULL
            """, cancellationToken);

    /// <summary>Signs with a new secret, and for <see cref="WebhookSecret.Overlap"/> with the present one too.</summary>
    /// <returns>The new secret; null if the user has no such webhook.</returns>
    public static async Task<string?> RotateSecretAsync(
        this SoundFoundryDb db, long userId, long webhookId, CancellationToken cancellationToken)
    {
        var secret = WebhookSecret.New();
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE webhooks SET previous_secret = secret, previous_secret_until = now() + {WebhookSecret.Overlap}, secret = {secret}
            WHERE id = {webhookId} AND user_id = {userId}
            """, cancellationToken) == 1 ? secret : null;
    }

    /// <summary>Sends a delivery once more, now: one that waits for its next try, or one that has ended. The same message again, with the
    /// same id; one that is just being sent is left as it is.</summary>
    /// <returns>False if the user has no such delivery, or its webhook is disabled.</returns>
    public static async Task<bool> RedeliverAsync(
        this SoundFoundryDb db, long userId, long webhookId, long deliveryId, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE webhook_deliveries AS delivery
            SET status = 'PENDING', next_at = CASE WHEN lease_until > now() THEN next_at ELSE now() END, ended_at = NULL,
                attempts_allowed = greatest(attempts_allowed, attempts + 1)
            FROM webhooks
            WHERE delivery.id = {deliveryId} AND delivery.webhook_id = {webhookId} AND delivery.user_id = {userId}
                AND webhooks.id = delivery.webhook_id AND webhooks.disabled_at IS NULL
            """, cancellationToken) == 1;
}
