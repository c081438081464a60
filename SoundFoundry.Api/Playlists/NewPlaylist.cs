using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Playlists;

namespace SoundFoundry.Api.Playlists;

public sealed record NewPlaylist
{
    [Required(ErrorMessage = Messages.Missing), Text(PlaylistLimits.Name, AllowBlank = false)]
    public string? Name { get; init; }

    /// <summary>What it begins with.</summary>
    [MaxLength(AddedTracks.Most, ErrorMessage = Messages.TooMany)]
    public IReadOnlyList<long>? TrackIds { get; init; }
}
