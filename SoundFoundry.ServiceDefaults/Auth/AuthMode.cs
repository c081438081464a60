namespace SoundFoundry.ServiceDefaults.Auth;

/// <summary>How a caller is known.</summary>
public enum AuthMode
{
    /// <summary>One owner without a login, behind the local walls.</summary>
    Local,

    /// <summary>Everyone signs in, or shows an API key.</summary>
    Accounts,
}
