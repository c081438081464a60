using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.SignIn;

public sealed record Register
{
    [Required(ErrorMessage = Messages.Missing), Text(100, AllowBlank = false)]
    public string? Name { get; init; }

    [Required(ErrorMessage = Messages.Missing), EmailAddress(ErrorMessage = Messages.NoAddress), Text(256)]
    public string? Email { get; init; }

    /// <summary>At least twelve characters, and none that is known to be stolen.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(PasswordRules.Longest)]
    public string? Password { get; init; }

    /// <summary>From the invitation's or the set-up link; not needed where registration is open.</summary>
    [Text(100)]
    public string? Token { get; init; } = "";
}
