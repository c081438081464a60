namespace SoundFoundry.Core.Credits;

/// <summary>What came of a shop's notice.</summary>
public abstract record Purchase
{
    private Purchase()
    {
    }

    /// <summary>It stands in the ledger.</summary>
    /// <param name="IsNew">False if it did before.</param>
    public sealed record Made(LedgerEntry Entry, bool IsNew) : Purchase;

    /// <summary>The reference stands for another purchase.</summary>
    public sealed record ReferenceTaken : Purchase;

    public sealed record NoSuchUser : Purchase;
}
