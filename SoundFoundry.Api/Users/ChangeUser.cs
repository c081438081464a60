using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Users;

public sealed record ChangeUser
{
    /// <summary><c>user</c> or <c>operator</c>.</summary>
    [Required(ErrorMessage = Messages.Missing), RegularExpression("^(user|operator)$", ErrorMessage = "Must be user or operator.")]
    public string? Role { get; init; }
}
