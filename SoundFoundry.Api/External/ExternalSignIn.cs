using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.External;

/// <summary>Lets in whom the provider knows, and makes an account for who has none where that is allowed. An account that is there
/// already is never handed over for an address alone.</summary>
internal sealed class ExternalSignIn(
    SignInManager<Member> signIn, UserManager<Member> members, MemberRegistration registration, UserSessions sessions, AuditLog audit)
{
    /// <summary>Where the way to the provider and back carries an invitation.</summary>
    public const string Invitation = "invitation";

    private const string How = "OpenID Connect";

    /// <returns>Null if the person is signed in, else one of <see cref="ExternalErrors"/>.</returns>
    public async Task<string?> TryAsync(ExternalPerson person, string? invitation, CancellationToken cancellationToken)
    {
        var member = await members.FindByLoginAsync(person.Login.LoginProvider, person.Login.ProviderKey);
        if (member is { SuspendedAt: not null })
        {
            await audit.WriteAsync(Acts.SignInFailed, $"user {member.Id}", cancellationToken, "suspended");
            return ExternalErrors.Refused;
        }

        // Made before mail was set up, and perhaps by somebody else than whom the address belongs to: mail proves it.
        if (member is not null && !await signIn.CanSignInAsync(member)) return ExternalErrors.Unverified;

        if (member is null)
        {
            if (person.Email is null) return ExternalErrors.Unverified;
            if (await members.FindByEmailAsync(person.Email) is not null) return ExternalErrors.HasAccount;
            var newcomer = new Newcomer(person.Name, person.Email, Password: null, EmailConfirmed: true, person.Login);
            if (await registration.TryAsync(newcomer, invitation, cancellationToken) is not { } made) return ExternalErrors.InvitationNeeded;
            if (!made.Result.Succeeded) return ExternalErrors.Failed;
            member = made.Member;
        }

        await sessions.BeginAsync(member, remember: true, How, cancellationToken);
        return null;
    }
}
