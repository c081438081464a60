using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.SignIn;

public sealed record ResetPassword
{
    [Required(ErrorMessage = Messages.Missing), Text(256)]
    public string? Email { get; init; }

    /// <summary>From the link in the mail.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(2000)]
    public string? Token { get; init; }

    /// <summary>At least twelve characters, and none that is known to be stolen.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(PasswordRules.Longest)]
    public string? Password { get; init; }
}
