using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Mail;

namespace SoundFoundry.Api.SignIn;

/// <summary>Where mail is sent, an account opens once its address is proven, and registering tells nobody who has one: the mail does.</summary>
internal sealed class EmailConfirmation(UserManager<Member> members, Letters letters, AuditLog audit)
{
    /// <returns>Whether there is something in it that can be said to anybody; otherwise a mail is on its way.</returns>
    public async Task<bool> AskAsync(Member newcomer, IdentityResult result)
    {
        if (result.Succeeded)
        {
            await letters.ConfirmEmailAsync(newcomer);
            return true;
        }

        if (!result.Errors.All(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
            return false;

        // An account that nobody confirmed may be a stranger's, made to wait for this person: its password must not survive.
        if (await members.FindByEmailAsync(newcomer.Email!) is not { } present) return true;
        if (present.EmailConfirmed) letters.HasAccount(present);
        else await letters.ClaimAsync(present);
        return true;
    }

    /// <returns>False if the link is unknown, used or too old.</returns>
    public async Task<bool> ConfirmAsync(long userId, string token, CancellationToken cancellationToken)
    {
        if (await members.FindByIdAsync($"{userId}") is not { EmailConfirmed: false } member) return false;
        if (!(await members.ConfirmEmailAsync(member, token)).Succeeded) return false;
        await audit.WriteAsync(Acts.EmailConfirmed, $"user {userId}", cancellationToken, actorId: userId);
        return true;
    }
}
