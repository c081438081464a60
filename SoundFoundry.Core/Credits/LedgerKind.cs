namespace SoundFoundry.Core.Credits;

public enum LedgerKind
{
    Grant,

    /// <summary>Set aside when a job is accepted: the full quote.</summary>
    Hold,

    /// <summary>The part of a hold that a completed job gave back (zero when it cost the full quote).</summary>
    Settle,

    /// <summary>A whole hold given back: the job failed or was canceled.</summary>
    Release,
}
