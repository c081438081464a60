namespace SoundFoundry.Api.Playlists;

/// <summary>A playlist as the database describes it.</summary>
internal sealed class PlaylistRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required int TrackCount { get; init; }

    /// <summary>Of all its tracks together, in seconds.</summary>
    public required double DurationS { get; init; }

    public required long[] CoverTracks { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public PlaylistResponse ToResponse() => new(Id, Name, TrackCount, DurationS, CoverTracks, CreatedAt, UpdatedAt);
}
