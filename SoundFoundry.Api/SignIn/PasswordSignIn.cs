using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Mail;
using SoundFoundry.Api.Sessions;

namespace SoundFoundry.Api.SignIn;

/// <summary>Signs in with address and password. Who has no account learns nothing about who has: same answer, same time. Wrong passwords
/// lock nothing, or anybody could lock anybody out: the limits make guessing slow.</summary>
internal sealed class PasswordSignIn(
    SignInManager<Member> signIn, UserManager<Member> members, UserSessions sessions, Letters letters, AuditLog audit)
{
    public async Task<SignInOutcome> TryAsync(string email, string password, bool remember, CancellationToken cancellationToken)
    {
        var member = await members.FindByEmailAsync(email);
        var isRight = await IsRightAsync(member, password);
        if (member is not { SuspendedAt: null } || !isRight)
        {
            var reason = member is null ? "unknown address" : member.SuspendedAt is not null ? "suspended" : "wrong password";
            await audit.WriteAsync(Acts.SignInFailed, member is null ? null : $"user {member.Id}", cancellationToken, reason);
            return SignInOutcome.Refused;
        }

        if (!await signIn.CanSignInAsync(member))
        {
            await letters.ConfirmEmailAsync(member, cancellationToken);
            return SignInOutcome.Unconfirmed;
        }

        await sessions.BeginAsync(member, remember, "password", cancellationToken);
        return SignInOutcome.Done;
    }

    // One hash is made whoever is named: without an account, and for one that opens in other ways only, it is thrown away.
    private async Task<bool> IsRightAsync(Member? member, string password)
    {
        if (member is { PasswordHash: not null }) return await members.CheckPasswordAsync(member, password);
        members.PasswordHasher.HashPassword(new Member(), password);
        return false;
    }
}
