using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.Me;

public sealed record ChangePassword
{
    /// <summary>The present one; left out by somebody who has none yet.</summary>
    [Text(PasswordRules.Longest)]
    public string? Current { get; init; } = "";

    [Required(ErrorMessage = Messages.Missing), Text(PasswordRules.Longest)]
    public string? Password { get; init; }
}
