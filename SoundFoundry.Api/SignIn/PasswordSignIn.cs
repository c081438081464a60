using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Sessions;

namespace SoundFoundry.Api.SignIn;

/// <summary>Signs in with address and password. Who has no account learns nothing about who has: same answer, same time.</summary>
internal sealed class PasswordSignIn(
    SignInManager<Member> signIn, UserManager<Member> members, UserSessions sessions, AuditLog audit)
{
    public async Task<bool> TryAsync(string email, string password, bool remember, CancellationToken cancellationToken)
    {
        var member = await members.FindByEmailAsync(email);
        if (member is null)
        {
            members.PasswordHasher.HashPassword(new Member(), password);
            await audit.WriteAsync(Acts.SignInFailed, null, cancellationToken, "unknown address");
            return false;
        }

        var result = await signIn.CheckPasswordSignInAsync(member, password, lockoutOnFailure: true);
        if (!result.Succeeded || member.SuspendedAt is not null)
        {
            var reason = member.SuspendedAt is not null ? "suspended" : result.IsLockedOut ? "locked out" : result.IsNotAllowed ? "unconfirmed" : "wrong password";
            await audit.WriteAsync(Acts.SignInFailed, $"user {member.Id}", cancellationToken, reason);
            return false;
        }

        await sessions.BeginAsync(member, remember, "password", cancellationToken);
        return true;
    }
}
