using Microsoft.Extensions.Options;

namespace SoundFoundry.Api.External;

internal sealed class ValidateExternal(IHostEnvironment environment) : IValidateOptions<ExternalOptions>
{
    public ValidateOptionsResult Validate(string? name, ExternalOptions options) =>
        !options.IsOn ? ValidateOptionsResult.Success
        : !Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("http" or "https")
            ? ValidateOptionsResult.Fail($"OpenIdConnect:Authority is \"{options.Authority}\". Give the provider's address, such as https://login.example.")
        : authority.Scheme == Uri.UriSchemeHttp && !environment.IsDevelopment()
            ? ValidateOptionsResult.Fail("OpenIdConnect:Authority must be an https address: what a provider says over http may be anybody's word.")
        : string.IsNullOrWhiteSpace(options.ClientId)
            ? ValidateOptionsResult.Fail("OpenIdConnect:ClientId is missing. Register SoundFoundry at the provider and set what it was named.")
        : ValidateOptionsResult.Success;
}
