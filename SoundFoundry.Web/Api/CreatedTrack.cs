namespace SoundFoundry.Web.Api;

internal sealed record CreatedTrack(long TrackId, long JobId);
