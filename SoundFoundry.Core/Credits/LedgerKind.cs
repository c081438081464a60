namespace SoundFoundry.Core.Credits;

public enum LedgerKind
{
    /// <summary>Given once, such as to a new user.</summary>
    Grant,

    /// <summary>What was missing of a month's allowance.</summary>
    Allowance,

    /// <summary>Paid for elsewhere.</summary>
    Purchase,

    /// <summary>Given or taken by an operator, with a reason.</summary>
    Adjustment,

    /// <summary>Set aside when a job is accepted: the full quote.</summary>
    Hold,

    /// <summary>The part of a hold that a completed job gave back (zero when it cost the full quote).</summary>
    Settle,

    /// <summary>A whole hold given back: the job failed or was canceled.</summary>
    Release,
}
