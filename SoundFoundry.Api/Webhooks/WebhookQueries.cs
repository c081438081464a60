using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

internal static class WebhookQueries
{
    public static IQueryable<Webhook> WebhooksOf(this SoundFoundryDb db, long userId) =>
        db.Webhooks.AsNoTracking().Where(webhook => webhook.UserId == userId);

    public static IQueryable<WebhookDelivery> DeliveriesOf(this SoundFoundryDb db, long userId, long webhookId) =>
        db.WebhookDeliveries.AsNoTracking().Where(delivery => delivery.WebhookId == webhookId && delivery.UserId == userId);
}
