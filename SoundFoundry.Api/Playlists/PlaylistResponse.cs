namespace SoundFoundry.Api.Playlists;

/// <summary>A playlist at a glance. Deleted tracks don't count.</summary>
/// <param name="DurationS">Of all its tracks together, in seconds.</param>
/// <param name="CoverTracks">The first tracks that have audio, at most four: a picture is made of their covers.</param>
public sealed record PlaylistResponse(
    long Id, string Name, int TrackCount, double DurationS, IReadOnlyList<long> CoverTracks, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <param name="TrackIds">In the order in which they are played.</param>
public sealed record PlaylistWithTracks(
    long Id, string Name, int TrackCount, double DurationS, IReadOnlyList<long> CoverTracks, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    IReadOnlyList<long> TrackIds);
