using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Core.Audit;

public sealed class AuditOptions
{
    public const string Section = "Audit";

    [Description("How long the audit log is kept.")]
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = "Audit:{0} must be between {1} and {2}.")]
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(365);
}
