using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

internal static class KeepingSetup
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddWebhookRules();
        services.AddScoped<WebhookKeeping>();
    }
}
