using System.ComponentModel;

namespace SoundFoundry.Simulator;

public sealed class VendorOptions
{
    [Description("What goes wrong at this vendor from the start, such as locked or rate_limited.")]
    public string? Fault { get; init; }
}
