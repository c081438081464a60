using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SoundFoundry.Core.Webhooks;

/// <summary>Strangers' addresses never lead into this machine in production.</summary>
internal sealed class WebhookOptionsValidator(IHostEnvironment environment) : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options) => options.AllowLoopback && environment.IsProduction()
        ? ValidateOptionsResult.Fail("Webhooks:AllowLoopback is for development: remove it, or set ENVIRONMENT=Development.")
        : ValidateOptionsResult.Success;
}
