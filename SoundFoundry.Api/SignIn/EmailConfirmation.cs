using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Mail;

namespace SoundFoundry.Api.SignIn;

/// <summary>Where mail is sent, an account opens once its address is proven, and registering tells nobody who has one: the mail does.</summary>
internal sealed class EmailConfirmation(UserManager<Member> members, Letters letters, AuditLog audit)
{
    /// <returns>Whether there is something in it that can be said to anybody; otherwise a mail is on its way.</returns>
    public async Task<bool> AskAsync(Member newcomer, IdentityResult result, CancellationToken cancellationToken)
    {
        if (result.Succeeded)
        {
            await letters.ConfirmEmailAsync(newcomer, cancellationToken);
            return true;
        }

        if (!result.Errors.All(error => error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)))
            return false;

        // An account that nobody confirmed may be a stranger's, made to wait for this person: its password must not survive.
        if (await members.FindByEmailAsync(newcomer.Email!) is not { } present) return true;
        if (present.EmailConfirmed) await letters.HasAccountAsync(present, cancellationToken);
        else await letters.ClaimAsync(present, cancellationToken);
        return true;
    }

    /// <summary>Asks for the password too: a stranger may have made the account, and whoever follows the link in good faith would open it
    /// to the stranger's.</summary>
    public async Task<ConfirmationOutcome> ConfirmAsync(long userId, string token, string password, CancellationToken cancellationToken)
    {
        if (await members.FindByIdAsync($"{userId}") is not { EmailConfirmed: false } member || !await IsLinkAsync(member, token))
            return ConfirmationOutcome.LinkInvalid;
        if (!await members.CheckPasswordAsync(member, password)) return ConfirmationOutcome.WrongPassword;
        if (!(await members.ConfirmEmailAsync(member, token)).Succeeded) return ConfirmationOutcome.LinkInvalid;
        await audit.WriteAsync(Acts.EmailConfirmed, $"user {userId}", cancellationToken, actorId: userId);
        return ConfirmationOutcome.Done;
    }

    private Task<bool> IsLinkAsync(Member member, string token) => members.VerifyUserTokenAsync(
        member, members.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Member>.ConfirmEmailTokenPurpose, token);
}
