using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Playlists;

public sealed record AddedTracks
{
    internal const int Most = 500;

    [Required(ErrorMessage = Messages.Missing), Length(1, Most, ErrorMessage = Messages.Count)]
    public IReadOnlyList<long>? TrackIds { get; init; }
}
