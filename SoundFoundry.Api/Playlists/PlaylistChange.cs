using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Playlists;

namespace SoundFoundry.Api.Playlists;

public sealed record PlaylistChange
{
    [Required(ErrorMessage = Messages.Missing), Text(PlaylistLimits.Name, AllowBlank = false)]
    public string? Name { get; init; }
}
