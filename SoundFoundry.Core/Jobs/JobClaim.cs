namespace SoundFoundry.Core.Jobs;

/// <summary>The right to work on a job until the lease lapses; every write presents it.</summary>
/// <param name="Waited">Since it was accepted.</param>
/// <param name="Overdue">Its time had run out before: what a provider has may still be fetched, and nothing more is begun.</param>
public sealed record JobClaim(
    long JobId, long TrackId, long UserId, long Fence, int Claims, int QuotedCredits, string? TraceParent, TimeSpan Waited, bool Overdue);
