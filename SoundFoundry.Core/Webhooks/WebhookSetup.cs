using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Network;

namespace SoundFoundry.Core.Webhooks;

/// <summary>What Api and Worker must see alike: where a webhook may be.</summary>
public static class WebhookSetup
{
    public static void AddWebhookRules(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.TryAddSingleton<ResolveName>(Dns.GetHostAddressesAsync);
        services.AddSingleton<WebhookAddress>();
    }
}
