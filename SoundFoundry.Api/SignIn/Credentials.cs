using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.SignIn;

public sealed record Credentials : INamesAccount
{
    [Required(ErrorMessage = Messages.Missing), Text(256)]
    public string? Email { get; init; }

    [Required(ErrorMessage = Messages.Missing), Text(PasswordRules.Longest)]
    public string? Password { get; init; }

    /// <summary>Whether the browser stays signed in when it is closed.</summary>
    public bool Remember { get; init; } = true;
}
