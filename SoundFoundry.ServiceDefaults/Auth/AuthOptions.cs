using System.ComponentModel;

namespace SoundFoundry.ServiceDefaults.Auth;

public sealed class AuthOptions
{
    public const string Section = "Auth";

    [Description("Local: one owner without a login, on this machine only. Accounts: everyone signs in.")]
    public AuthMode Mode { get; init; }
}
