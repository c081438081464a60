using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.SignIn;

/// <summary>That the owner of the account sits there.</summary>
public sealed record Proof
{
    /// <summary>The present one; may be left out within ten minutes of signing in.</summary>
    [Text(PasswordRules.Longest)]
    public string? Password { get; init; } = "";
}
