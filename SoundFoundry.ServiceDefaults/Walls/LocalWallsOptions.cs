using System.ComponentModel;

namespace SoundFoundry.ServiceDefaults.Walls;

/// <summary>Who may reach a service that has no login: by default this machine's own user, and no page of another site.</summary>
public sealed class LocalWallsOptions
{
    public const string Section = "Walls";

    /// <summary>Lets the service listen on addresses other machines can reach. Default: <c>false</c>, loopback only.</summary>
    [Description("Lets a service without login listen on addresses that other machines can reach, and takes who comes from there for its owner.")]
    public bool AllowRemote { get; set; }

    /// <summary>Host names served beside <c>localhost</c> and the loopback addresses, without scheme and port.
    /// The host of <c>PUBLIC_URL</c> is always among them.</summary>
    [Description("Host names served beside localhost and the loopback addresses.")]
    public IList<string> Hosts { get; set; } = [];

    /// <summary>Other origins whose pages may write, such as <c>https://music.example</c>.
    /// Those of <c>CORS_ORIGINS</c> and <c>PUBLIC_URL</c> are always among them.</summary>
    [Description("Other origins whose pages may write.")]
    public IList<string> Origins { get; set; } = [];

    /// <summary>Addresses (<c>192.0.2.7</c>) or networks (<c>10.0.0.0/8</c>) of the proxies right before this service, which tell it the
    /// true address, host and scheme of a request. Default: this machine. Given, they take its place.</summary>
    [Description("Addresses or networks of the proxies right before this service, whose X-Forwarded headers are believed; by default this machine.")]
    public IList<string> Proxies { get; set; } = [];
}
