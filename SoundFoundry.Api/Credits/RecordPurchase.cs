using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Credits;

/// <summary>A shop's notice that a user paid.</summary>
public sealed record RecordPurchase
{
    [Required(ErrorMessage = Messages.Missing), Range(1, long.MaxValue, ErrorMessage = Messages.Range)]
    public long? UserId { get; init; }

    [Required(ErrorMessage = Messages.Missing), Range(1, AdjustCredits.Most, ErrorMessage = Messages.Range)]
    public long? Credits { get; init; }

    /// <summary>The shop's own number of the purchase: told twice, it counts once.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(200, AllowBlank = false)]
    public string? Reference { get; init; }
}

public sealed record RecordedPurchase(long UserId, LedgerLine Entry);
