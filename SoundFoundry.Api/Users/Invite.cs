using System.ComponentModel.DataAnnotations;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Users;

public sealed record Invite
{
    /// <summary>Whom it is for, to tell invitations apart by.</summary>
    [Required(ErrorMessage = Messages.Missing), Text(200, AllowBlank = false)]
    public string? Note { get; init; }
}
