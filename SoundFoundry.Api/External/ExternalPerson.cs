using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace SoundFoundry.Api.External;

/// <summary>Whom the provider says it is.</summary>
/// <param name="Email">Null where the provider knows none that it has verified: what somebody merely claims is nobody's address.</param>
internal sealed record ExternalPerson(UserLoginInfo Login, string Name, string? Email)
{
    public const string EmailVerifiedClaim = "email_verified";

    private const int NameLength = 100;

    /// <returns>Null without a subject, which every provider must name.</returns>
    public static ExternalPerson? From(ClaimsPrincipal principal, string provider)
    {
        if (principal.FindFirst("sub") is not { Value.Length: > 0 } subject) return null;
        var verified = string.Equals(principal.FindFirstValue(EmailVerifiedClaim), bool.TrueString, StringComparison.OrdinalIgnoreCase);
        var email = verified ? principal.FindFirstValue("email") : null;
        var name = principal.FindFirstValue("name") ?? email?.Split('@')[0] ?? "Somebody";

        // A subject is unique for its issuer only: another provider's may be the same.
        return new ExternalPerson(new UserLoginInfo(subject.Issuer, subject.Value, provider), name[..Math.Min(name.Length, NameLength)], email);
    }
}
