using Microsoft.AspNetCore.Identity;

namespace SoundFoundry.Api.SignIn;

/// <summary>Who wants an account.</summary>
/// <param name="Password">Null for somebody who signs in elsewhere, with <paramref name="Login"/>.</param>
internal sealed record Newcomer(string Name, string Email, string? Password, bool EmailConfirmed = false, UserLoginInfo? Login = null);
