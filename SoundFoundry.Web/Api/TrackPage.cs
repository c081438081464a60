namespace SoundFoundry.Web.Api;

public sealed record TrackPage(IReadOnlyList<Track> Tracks, string? NextCursor);
