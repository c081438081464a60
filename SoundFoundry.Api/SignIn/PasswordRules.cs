using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.SignIn;

/// <summary>What a password must be: long, not about oneself, and not known to be stolen. No demands for signs and digits: they make
/// passwords worse (NIST SP 800-63B, 3.1.1.2).</summary>
internal sealed class PasswordRules(BreachedPasswords breached) : IPasswordValidator<Member>
{
    public const int Shortest = 12;

    public const int Longest = 128;

    public static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Password.RequiredLength = Shortest;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = options.Password.RequireUppercase = false;
        options.Password.RequireLowercase = options.Password.RequireNonAlphanumeric = false;
    }

    public async Task<IdentityResult> ValidateAsync(UserManager<Member> manager, Member user, string? password)
    {
        if (password is null || password.Length > Longest) return Refusal($"At most {Longest} characters.");
        var name = user.Email?.Split('@')[0];
        if (name is { Length: >= 4 } && password.Contains(name, StringComparison.OrdinalIgnoreCase)) return Refusal("Must not contain your address.");
        return await breached.IsKnownAsync(password, CancellationToken.None)
            ? Refusal("This password is in lists of stolen passwords. Choose another.")
            : IdentityResult.Success;
    }

    private static IdentityResult Refusal(string reason) => IdentityResult.Failed(new IdentityError { Code = "Password", Description = reason });
}
