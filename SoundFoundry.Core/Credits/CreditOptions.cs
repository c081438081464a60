using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Core.Credits;

/// <summary>What users get without paying for it.</summary>
public sealed class CreditOptions
{
    public const string Section = "Credits";
    private const string OutOfRange = "Credits:{0} must be between {1} and {2}.";

    [Description("Credits that a new account is given once, beside its first allowance.")]
    [Range(0, 1_000_000_000, ErrorMessage = OutOfRange)]
    public int Welcome { get; init; }

    [Description("What each account is filled up to when a month (UTC) begins, and when it is opened; 0 for no allowance.")]
    [Range(0, 1_000_000_000, ErrorMessage = OutOfRange)]
    public int MonthlyAllowance { get; init; }
}
