using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Mail;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.SignIn;

/// <summary>A new password for whoever reads the account's mail, and nobody else left in it.</summary>
internal sealed class PasswordRecovery(
    SoundFoundryDb db, IdentityDb identity, UserManager<Member> members, Letters letters, Eviction eviction, AuditLog audit)
{
    /// <summary>Does the same, as far as anybody can see, for an address without an account.</summary>
    public async Task AskAsync(string email, CancellationToken cancellationToken)
    {
        var member = await members.FindByEmailAsync(email);
        await audit.WriteAsync(Acts.PasswordResetAsked, member is null ? null : $"user {member.Id}", cancellationToken);
        if (member is { SuspendedAt: null }) await letters.ResetPasswordAsync(member, cancellationToken);
        else await letters.ToNobodyAsync(email, cancellationToken);
    }

    /// <summary>Removes every other way in as well: whoever made them may be why the password is replaced.</summary>
    /// <returns>Null if the link is unknown, used or too old.</returns>
    public async Task<IdentityResult?> ResetAsync(string email, string token, string password, CancellationToken cancellationToken)
    {
        if (await members.FindByEmailAsync(email) is not { SuspendedAt: null } member) return null;

        await using var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken);

        // What calls others was set up by whoever had the account before its address was proven.
        var wasConfirmed = member.EmailConfirmed;

        // Who reads the mail has proven the address as well. Written together with the password, or not at all.
        member.EmailConfirmed = true;
        var result = await members.ResetPasswordAsync(member, token, password);
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken))) return null;
        if (!result.Succeeded) return result;

        await db.LockUserAsync(member.Id, cancellationToken);
        var forget = await eviction.EvictAsync(member.Id, cancellationToken);
        if (!wasConfirmed) await db.Webhooks.Where(webhook => webhook.UserId == member.Id).ExecuteDeleteAsync(cancellationToken);
        await audit.WriteAsync(Acts.PasswordReset, $"user {member.Id}", cancellationToken, actorId: member.Id);
        await transaction.CommitAsync(cancellationToken);
        forget();
        return result;
    }
}
