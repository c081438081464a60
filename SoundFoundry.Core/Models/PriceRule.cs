using System.ComponentModel.DataAnnotations;

namespace SoundFoundry.Core.Models;

/// <summary>What a user pays for one track, in whole credits.</summary>
public sealed class PriceRule
{
    public PriceBasis Basis { get; init; } = PriceBasis.Flat;

    [Range(0, 100_000)]
    public int Credits { get; init; } = 1;

    public int CreditsFor(double durationSeconds) => Credits * Basis.Units(durationSeconds);
}

/// <summary>What the operator pays the provider for one track, in millionths of a US dollar.</summary>
public sealed class CostRule
{
    public PriceBasis Basis { get; init; } = PriceBasis.Flat;

    [Range(0, 1_000_000_000)]
    public long UsdMicros { get; init; }

    public long UsdMicrosFor(double durationSeconds) => UsdMicros * Basis.Units(durationSeconds);
}

public enum PriceBasis
{
    Flat,
    StartedSecond,
    StartedMinute,
}

internal static class PriceBases
{
    public static int Units(this PriceBasis basis, double durationSeconds) => basis switch
    {
        PriceBasis.Flat => 1,
        PriceBasis.StartedMinute => (int)Math.Ceiling(durationSeconds / 60),
        PriceBasis.StartedSecond => (int)Math.Ceiling(durationSeconds),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "No such price basis."),
    };
}
