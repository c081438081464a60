using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Playlists;

/// <summary>What the server rendered into the page, so that the circuit need not ask again before it shows the same.</summary>
/// <param name="Tracks">The first of them.</param>
public sealed record PlaylistState(Playlist Playlist, IReadOnlyList<Track> Tracks);
