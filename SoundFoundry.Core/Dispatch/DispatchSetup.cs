using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Core.Dispatch;

public static class DispatchSetup
{
    public static void AddDispatchOptions(this IServiceCollection services)
    {
        services.AddOptions<DispatchOptions>().BindConfiguration(DispatchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<DispatchOptions>, DispatchOptionsValidator>();
    }
}
