using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Me;

public sealed record ChangeMe
{
    [Required(ErrorMessage = Messages.Missing), Text(100, AllowBlank = false)]
    public string? Name { get; init; }
}
