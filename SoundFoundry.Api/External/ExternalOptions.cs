using System.ComponentModel;

namespace SoundFoundry.Api.External;

public sealed class ExternalOptions
{
    public const string Section = "OpenIdConnect";

    [Description("Where else one may sign in: the address of an OpenID Connect provider, https outside development. Empty: nowhere.")]
    public string? Authority { get; init; }

    [Description("As what we are registered there. Its redirect address is {pages}/api/auth/external/callback.")]
    public string? ClientId { get; init; }

    [Description("What we prove that with.")]
    public string? ClientSecret { get; init; }

    [Description("The provider's name, for the button.")]
    public string Name { get; init; } = "OpenID Connect";

    [Description("What is asked of the provider, separated by blanks.")]
    public string Scopes { get; init; } = "openid profile email";

    internal bool IsOn => !string.IsNullOrWhiteSpace(Authority);
}
