using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Tracks;

namespace SoundFoundry.Api.SignIn;

public sealed record ForgotPassword
{
    [Required(ErrorMessage = Messages.Missing), Text(256)]
    public string? Email { get; init; }
}
