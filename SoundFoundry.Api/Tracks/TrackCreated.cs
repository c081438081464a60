namespace SoundFoundry.Api.Tracks;

/// <summary>What was accepted: the first track on top, each of them in <see cref="Tracks"/>.</summary>
public sealed record TrackCreated(long TrackId, long JobId, string Status, int CreditsHeld, IReadOnlyList<TrackAndJob> Tracks);

public sealed record TrackAndJob(long TrackId, long JobId);
