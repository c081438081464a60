namespace SoundFoundry.Core.Credits;

/// <summary>What came of an operator's adjustment.</summary>
public abstract record Adjustment
{
    private Adjustment()
    {
    }

    /// <param name="Available">What the user may spend now.</param>
    public sealed record Made(LedgerEntry Entry, long Available) : Adjustment;

    /// <summary>More was to be taken than there is; nothing was.</summary>
    public sealed record TooMuch(long Available) : Adjustment;

    public sealed record NoSuchUser : Adjustment;
}
