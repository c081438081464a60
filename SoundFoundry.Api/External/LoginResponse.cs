using Microsoft.AspNetCore.Identity;

namespace SoundFoundry.Api.External;

/// <param name="Provider">Who knows the person there: the provider's issuer.</param>
/// <param name="Subject">As whom.</param>
/// <param name="Name">The provider's name.</param>
public sealed record LoginResponse(string Provider, string Subject, string Name)
{
    internal static LoginResponse From(UserLoginInfo login) => new(login.LoginProvider, login.ProviderKey, login.ProviderDisplayName ?? "");
}
