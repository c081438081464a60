using SoundFoundry.Core.Telemetry;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Worker.Webhooks;

internal static class DeliverySetup
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddWebhookRules();
        services.AddSingleton<WebhookMetrics>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookDelivering>();
        services.AddHostedService<WebhookLoop>();
    }
}
