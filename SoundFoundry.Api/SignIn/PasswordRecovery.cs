using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Mail;
using SoundFoundry.Api.Sessions;

namespace SoundFoundry.Api.SignIn;

/// <summary>A new password for whoever reads the account's mail.</summary>
internal sealed class PasswordRecovery(UserManager<Member> members, Letters letters, UserSessions sessions, AuditLog audit)
{
    /// <summary>Does the same, as far as anybody can see, for an address without an account.</summary>
    public async Task AskAsync(string email, CancellationToken cancellationToken)
    {
        var member = await members.FindByEmailAsync(email);
        await audit.WriteAsync(Acts.PasswordResetAsked, member is null ? null : $"user {member.Id}", cancellationToken);
        if (member is { SuspendedAt: null }) await letters.ResetPasswordAsync(member);
    }

    /// <returns>Null if the link is unknown, used or too old.</returns>
    public async Task<IdentityResult?> ResetAsync(string email, string token, string password, CancellationToken cancellationToken)
    {
        if (await members.FindByEmailAsync(email) is not { SuspendedAt: null } member) return null;

        // Who reads the mail has proven the address as well. Written together with the password, or not at all.
        member.EmailConfirmed = true;
        var result = await members.ResetPasswordAsync(member, token, password);
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken))) return null;
        if (!result.Succeeded) return result;

        await members.SetLockoutEndDateAsync(member, null);
        await sessions.EndAllAsync(member.Id, except: null, cancellationToken);
        await audit.WriteAsync(Acts.PasswordReset, $"user {member.Id}", cancellationToken, actorId: member.Id);
        return result;
    }
}
