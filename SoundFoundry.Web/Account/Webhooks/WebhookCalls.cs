using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Account.Webhooks;

internal static class WebhookCalls
{
    public static Task<Answer<WebhookList>> WebhooksAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<WebhookList>("list webhooks", "/api/webhooks", cancellationToken);

    public static Task<Answer<Webhook>> WebhookAsync(this ApiClient api, long id, CancellationToken cancellationToken) =>
        api.GetAsync<Webhook>("read webhook", $"/api/webhooks/{id}", cancellationToken);

    /// <summary>The latest of them.</summary>
    public static Task<Answer<DeliveryPage>> DeliveriesAsync(this ApiClient api, long webhookId, int limit, CancellationToken cancellationToken) =>
        api.GetAsync<DeliveryPage>("list deliveries", $"/api/webhooks/{webhookId}/deliveries?limit={limit}", cancellationToken);

    public static Task<Answer<Delivery>> TestWebhookAsync(this ApiClient api, long webhookId, CancellationToken cancellationToken) =>
        api.PostAsync<Delivery>("test webhook", $"/api/webhooks/{webhookId}/test", body: null, cancellationToken);

    public static Task<Answer<Delivery>> RedeliverAsync(this ApiClient api, long webhookId, long deliveryId, CancellationToken cancellationToken) =>
        api.PostAsync<Delivery>("redeliver", $"/api/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver", body: null, cancellationToken);
}
