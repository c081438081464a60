using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker.Loops;

namespace SoundFoundry.Worker.Webhooks;

/// <summary>Which deliveries are sent next. Time is the database's.</summary>
internal static class DeliveryClaims
{
    /// <summary>At once to one receiver: a slow one keeps few slots.</summary>
    public const int PerWebhook = 2;

    /// <summary>At once for one user: many slow ones of one hand don't keep many.</summary>
    public const int PerUser = 6;

    /// <summary>Takes up to <paramref name="atMost"/> due deliveries for this worker and counts the attempt. Of several workers one chooses
    /// at a time, so that together they keep the limits. Every user's first goes before anybody's second, however long that has waited.</summary>
    public static async Task<List<DueDelivery>> ClaimDeliveriesAsync(
        this SoundFoundryDb db, int atMost, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.TryTakeAsync(Errand.WebhookClaim, cancellationToken)) return [];
        var claimed = await db.Database.SqlQuery<DueDelivery>(
            $"""
            WITH busy AS (SELECT webhook_id, user_id FROM webhook_deliveries WHERE next_at IS NOT NULL AND lease_until > now()),
            busy_webhooks AS (SELECT webhook_id, count(*) AS n FROM busy GROUP BY webhook_id),
            busy_users AS (SELECT user_id, count(*) AS n FROM busy GROUP BY user_id),
            waiting AS (
                SELECT delivery.id, delivery.user_id, delivery.next_at, coalesce(busy_webhooks.n, 0)
                    + row_number() OVER (PARTITION BY delivery.webhook_id ORDER BY delivery.next_at, delivery.id) AS of_webhook
                FROM webhook_deliveries AS delivery
                JOIN webhooks ON webhooks.id = delivery.webhook_id AND webhooks.disabled_at IS NULL
                JOIN users ON users.id = delivery.user_id AND users.deleted_at IS NULL
                LEFT JOIN busy_webhooks ON busy_webhooks.webhook_id = delivery.webhook_id
                WHERE delivery.next_at <= now() AND coalesce(lease_until <= now(), true)),
            fair AS (
                SELECT waiting.id, waiting.next_at, coalesce(busy_users.n, 0)
                    + row_number() OVER (PARTITION BY waiting.user_id ORDER BY waiting.next_at, waiting.id) AS of_user
                FROM waiting LEFT JOIN busy_users ON busy_users.user_id = waiting.user_id
                WHERE of_webhook <= {PerWebhook}),
            chosen AS (SELECT id FROM fair WHERE of_user <= {PerUser} ORDER BY of_user, next_at, id LIMIT {atMost}),
            claimed AS (
                UPDATE webhook_deliveries SET attempts = attempts + 1, lease_until = now() + {lease}
                WHERE id IN (SELECT id FROM chosen) AND next_at IS NOT NULL
                RETURNING *)
            SELECT claimed.id, webhook_id, message_id, attempts AS attempt, event, claimed.created_at, data::text AS data, url, secret,
                CASE WHEN previous_secret_until > now() THEN previous_secret END AS previous_secret, jobs.trace_parent
            FROM claimed JOIN webhooks ON webhooks.id = webhook_id LEFT JOIN jobs ON jobs.id = claimed.job_id
            """).ToListAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return claimed;
    }
}
