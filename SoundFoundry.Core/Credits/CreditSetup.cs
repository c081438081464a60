using Microsoft.Extensions.DependencyInjection;

namespace SoundFoundry.Core.Credits;

public static class CreditSetup
{
    public static void AddCreditOptions(this IServiceCollection services) =>
        services.AddOptions<CreditOptions>().BindConfiguration(CreditOptions.Section).ValidateDataAnnotations().ValidateOnStart();
}
