namespace SoundFoundry.Core.Playlists;

/// <summary>Tracks of one user, in the user's own order.</summary>
public sealed class Playlist
{
    public long Id { get; init; }

    public required long UserId { get; init; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its name, its tracks or their order last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }
}
