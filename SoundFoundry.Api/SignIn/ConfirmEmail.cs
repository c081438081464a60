using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.SignIn;

public sealed record ConfirmEmail
{
    [Required(ErrorMessage = Messages.Missing)]
    public long? UserId { get; init; }

    /// <summary>From the link in the mail.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(2000)]
    public string? Token { get; init; }

    /// <summary>The account's: the link alone does not tell who chose it.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(PasswordRules.Longest)]
    public string? Password { get; init; }
}
