using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Worker.Sweeping;

/// <summary>How what nobody needs any more is cleared away.</summary>
public sealed class SweepingOptions
{
    public const string Section = "Sweeping";
    private const string OutOfRange = "Sweeping:{0} must be between {1} and {2}.";

    [Description("How often the store and old rows are cleared of what nobody needs any more.")]
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan Interval { get; init; } = TimeSpan.FromHours(1);

    [Description("How old, by the store's own clock, an object must be before it may be taken for left over.")]
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan MinAge { get; init; } = TimeSpan.FromMinutes(10);
}
