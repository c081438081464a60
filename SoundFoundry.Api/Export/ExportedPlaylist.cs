namespace SoundFoundry.Api.Export;

/// <param name="TrackIds">In order; those of deleted tracks, too.</param>
internal sealed record ExportedPlaylist(
    long Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? DeletedAt, IReadOnlyList<long> TrackIds);

/// <param name="Token">The last part of its link.</param>
internal sealed record ExportedShare(long TrackId, string Token, bool ShowPrompt, long Plays, DateTimeOffset CreatedAt);
