namespace SoundFoundry.AppHost;

/// <summary>Where the services call each other from. What comes to the API from there is Web's, and Web says
/// truly where it had it from.</summary>
internal static class PrivateNetworks
{
    /// <summary>Where Web is when all run on one machine, whichever proxies the operator names for Web itself.</summary>
    public static readonly string[] ThisMachine = ["127.0.0.0/8", "::1/128"];

    /// <summary>Where it may be in a published application.</summary>
    public static readonly string[] All = ["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7"];
}
