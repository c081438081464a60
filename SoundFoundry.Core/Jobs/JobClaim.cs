namespace SoundFoundry.Core.Jobs;

/// <summary>The right to work on a job until the lease lapses; every write presents it.</summary>
public sealed record JobClaim(long JobId, long TrackId, long UserId, long Fence, int Claims, int QuotedCredits, string? TraceParent);
