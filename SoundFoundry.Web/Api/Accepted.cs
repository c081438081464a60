namespace SoundFoundry.Web.Api;

/// <summary>The answer to a creation or a retry; the first track is repeated on top.</summary>
internal sealed record Accepted(long TrackId, long JobId, IReadOnlyList<CreatedTrack>? Tracks);
