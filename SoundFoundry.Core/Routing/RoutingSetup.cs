using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Models;

namespace SoundFoundry.Core.Routing;

/// <summary>What Api and Worker must see alike: the models, the providers, and the breakers between them.</summary>
public static class RoutingSetup
{
    public static void AddRouting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProviderOptions>().BindConfiguration(ProviderOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProviderOptions>, ProviderOptionsValidator>();
        services.AddOptions<BreakerOptions>().BindConfiguration(BreakerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(ModelCatalog.Load(configuration));
        services.AddSingleton<Breakers>();
    }
}
