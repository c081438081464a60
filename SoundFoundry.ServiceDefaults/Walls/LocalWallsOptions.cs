using System.ComponentModel;

namespace SoundFoundry.ServiceDefaults.Walls;

/// <summary>Who may reach a service that has no login: by default this machine's own user, and no page of another site.</summary>
public sealed class LocalWallsOptions
{
    public const string Section = "Walls";

    /// <summary>Lets the service listen on addresses other machines can reach. Default: <c>false</c>, loopback only.</summary>
    [Description("Lets a service without login listen on addresses that other machines can reach.")]
    public bool AllowRemote { get; set; }

    /// <summary>Host names served beside <c>localhost</c> and the loopback addresses, without scheme and port.
    /// The host of <c>PUBLIC_URL</c> is always among them.</summary>
    [Description("Host names served beside localhost and the loopback addresses.")]
    public IList<string> Hosts { get; set; } = [];

    /// <summary>Other origins whose pages may write, such as <c>https://music.example</c>.
    /// Those of <c>CORS_ORIGINS</c> and <c>PUBLIC_URL</c> are always among them.</summary>
    [Description("Other origins whose pages may write.")]
    public IList<string> Origins { get; set; } = [];
}
