using System.ComponentModel;

namespace SoundFoundry.Web;

public sealed class WebOptions
{
    public const string Section = "Web";

    [Description("A folder that all replicas of Web share, for the keys that protect what a page hands from one to another. One replica needs none.")]
    public string? KeyFolder { get; init; }
}
