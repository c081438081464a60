using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Core.Dispatch;

/// <summary>How much may be in rendering at once, beside the workers' slots.</summary>
public sealed class DispatchOptions
{
    public const string Section = "Dispatch";

    [Description("Jobs of one user in rendering at once; 0 for no limit, which suits a single owner.")]
    [Range(0, 100_000, ErrorMessage = "Dispatch:PerUser must be between {1} and {2}.")]
    public int PerUser { get; init; }

    [Description("Jobs in rendering at once at one provider, such as `Dispatch:PerProvider:fal` = 10; 0 or absent for no limit.")]
    public Dictionary<string, int> PerProvider { get; init; } = [];
}
