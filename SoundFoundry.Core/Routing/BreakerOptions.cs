using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Core.Routing;

/// <summary>When a failing provider is left alone, and for how long.</summary>
public sealed class BreakerOptions
{
    public const string Section = "Breakers";
    private const string OutOfRange = "Breakers:{0} must be between {1} and {2}.";

    [Description("How long a provider that refused us is left alone; doubles each time it fails again, up to Breakers:MaxCooldown.")]
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromSeconds(30);

    [Description("The longest a provider is left alone before one job may try it again.")]
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan MaxCooldown { get; init; } = TimeSpan.FromMinutes(15);

    [Description("How many failures in a row open a breaker, where one is not reason enough.")]
    [Range(1, 100, ErrorMessage = OutOfRange)]
    public int Failures { get; init; } = 3;
}
