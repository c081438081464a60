using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Mail;
using SoundFoundry.Api.Sessions;

namespace SoundFoundry.Api.SignIn;

/// <summary>Signs in with address and password. Who has no account learns nothing about who has: same answer, same time.</summary>
internal sealed class PasswordSignIn(
    SignInManager<Member> signIn, UserManager<Member> members, UserSessions sessions, Letters letters, AuditLog audit)
{
    public async Task<SignInOutcome> TryAsync(string email, string password, bool remember, CancellationToken cancellationToken)
    {
        var member = await members.FindByEmailAsync(email);
        if (member is null)
        {
            TakeAsLong(password);
            await audit.WriteAsync(Acts.SignInFailed, null, cancellationToken, "unknown address");
            return SignInOutcome.Refused;
        }

        var result = await signIn.CheckPasswordSignInAsync(member, password, lockoutOnFailure: true);
        if (result.IsNotAllowed && await IsOwnersAsync(member, password))
        {
            await letters.ConfirmEmailAsync(member);
            return SignInOutcome.Unconfirmed;
        }

        if (!result.Succeeded || member.SuspendedAt is not null)
        {
            if (result.IsLockedOut) TakeAsLong(password);
            var reason = member.SuspendedAt is not null ? "suspended" : result.IsLockedOut ? "locked out" : result.IsNotAllowed ? "unconfirmed" : "wrong password";
            await audit.WriteAsync(Acts.SignInFailed, $"user {member.Id}", cancellationToken, reason);
            return SignInOutcome.Refused;
        }

        await sessions.BeginAsync(member, remember, "password", cancellationToken);
        return SignInOutcome.Done;
    }

    // The library does not look at the password of an address that is not proven, and so does not count wrong ones either.
    private async Task<bool> IsOwnersAsync(Member member, string password)
    {
        var isRight = await members.CheckPasswordAsync(member, password);
        if (member.SuspendedAt is not null || await members.IsLockedOutAsync(member)) return false;
        if (!isRight) await members.AccessFailedAsync(member);
        return isRight;
    }

    private void TakeAsLong(string password) => members.PasswordHasher.HashPassword(new Member(), password);
}
