using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Core.Routing;

/// <summary>Keys travel over https only, and never to a simulator in production.</summary>
internal sealed class ProviderOptionsValidator(IHostEnvironment environment) : IValidateOptions<ProviderOptions>
{
    public ValidateOptionsResult Validate(string? name, ProviderOptions options)
    {
        var errors = new List<string>();
        if (options.Simulator is { } simulator)
        {
            if (environment.IsProduction())
                errors.Add("Providers:Simulator is for development: remove it, or set ENVIRONMENT=Development.");
            if (!simulator.IsAbsoluteUri || !simulator.IsLoopback)
                errors.Add("Providers:Simulator must be an address of this machine, such as http://localhost:8900.");
        }

        foreach (var (key, url) in new[]
        {
            (nameof(options.FalUrl), options.FalUrl), (nameof(options.FalRestUrl), options.FalRestUrl), (nameof(options.ReplicateUrl), options.ReplicateUrl),
        })
        {
            if (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttps) errors.Add($"Providers:{key} must be an absolute https address.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
