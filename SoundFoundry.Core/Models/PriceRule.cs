using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Core.Models;

/// <summary>What a user pays for one track, in whole credits.</summary>
public sealed class PriceRule
{
    public PriceBasis Basis { get; init; } = PriceBasis.Flat;

    [Range(0, 100_000)]
    public int Credits { get; init; } = 1;

    public int CreditsFor(double durationSeconds) => Basis switch
    {
        PriceBasis.Flat => Credits,
        PriceBasis.StartedMinute => Credits * (int)Math.Ceiling(durationSeconds / 60),
        PriceBasis.StartedSecond => Credits * (int)Math.Ceiling(durationSeconds),
        _ => throw new ArgumentOutOfRangeException(nameof(durationSeconds), Basis, "No such price basis."),
    };
}

public enum PriceBasis
{
    Flat,
    StartedSecond,
    StartedMinute,
}
