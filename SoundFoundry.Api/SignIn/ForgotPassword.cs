using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.SignIn;

public sealed record ForgotPassword
{
    [Required(ErrorMessage = Messages.Missing), Text(256)]
    public string? Email { get; init; }
}
