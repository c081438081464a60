using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.SignIn;

public sealed record Credentials : INamesAccount
{
    [Required(ErrorMessage = Messages.Missing), StringLength(256, ErrorMessage = Messages.TooMany)]
    public string? Email { get; init; }

    [Required(ErrorMessage = Messages.Missing), StringLength(PasswordRules.Longest, ErrorMessage = Messages.TooMany)]
    public string? Password { get; init; }

    /// <summary>Whether the browser stays signed in when it is closed.</summary>
    public bool Remember { get; init; } = true;
}
