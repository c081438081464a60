namespace SoundFoundry.Web.Playlists;

/// <summary>A track that was taken out of a playlist.</summary>
/// <param name="After">The track it stood behind; null if it was the first.</param>
public sealed record TakenOut(long TrackId, string Name, long? After);
