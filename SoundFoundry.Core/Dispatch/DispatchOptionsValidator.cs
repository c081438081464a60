using Microsoft.Extensions.Options;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Core.Dispatch;

/// <summary>A limit for a provider that is none would be no limit at all, and nobody would notice.</summary>
internal sealed class DispatchOptionsValidator : IValidateOptions<DispatchOptions>
{
    private static readonly string[] Known = [.. ProviderOptions.Remote, ProviderOptions.Studio];

    public ValidateOptionsResult Validate(string? name, DispatchOptions options)
    {
        var errors = options.PerProvider.Where(limit => !Known.Contains(limit.Key) || limit.Value < 0)
            .Select(limit => $"Dispatch:PerProvider:{limit.Key} must be 0 or more, and its provider one of {string.Join(", ", Known)}.")
            .ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
