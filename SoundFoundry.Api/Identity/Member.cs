using Microsoft.AspNetCore.Identity;

namespace SoundFoundry.Api.Identity;

/// <summary>How a user signs in; has the id of the user's row in the core schema.</summary>
internal sealed class Member : IdentityUser<long>
{
    public bool IsOperator { get; set; }

    /// <summary>Set while an operator keeps the user out.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }
}
