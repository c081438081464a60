using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Credits;

/// <summary>An operator's order to give a user credits, or to take some.</summary>
public sealed record AdjustCredits
{
    internal const long Most = 1_000_000_000;

    /// <summary>Positive gives, negative takes.</summary>
    [Required(ErrorMessage = Messages.Missing), Range(-Most, Most, ErrorMessage = Messages.Range), DeniedValues(0L, ErrorMessage = "Must not be 0.")]
    public long? Credits { get; init; }

    /// <summary>Why; the user reads it too.</summary>
    [Required(ErrorMessage = Messages.Missing), MinLength(3, ErrorMessage = "At least {1} characters."), Text(500, AllowBlank = false)]
    public string? Reason { get; init; }
}

/// <param name="Balance">What the user can spend now.</param>
public sealed record AdjustedCredits(long UserId, long Balance, LedgerLine Entry);
