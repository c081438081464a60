using SoundFoundry.Api.Problems;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.Me;

public sealed record LeaveMe
{
    /// <summary>The present one; left out by somebody who has none, and signed in a moment ago.</summary>
    [Text(PasswordRules.Longest)]
    public string? Password { get; init; } = "";
}
