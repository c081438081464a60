using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.SignIn;

/// <summary>Makes new users: anyone where registration is open, otherwise whoever holds an invitation.</summary>
internal sealed class MemberRegistration(
    SoundFoundryDb db, IdentityDb identity, Invitations invitations, MemberCreation creation, UserManager<Member> members, AuditLog audit,
    IOptions<AccountsOptions> options)
{
    /// <returns>Null without a good invitation where one is needed.</returns>
    public async Task<(Member Member, IdentityResult Result)?> TryAsync(
        Newcomer newcomer, string? token, CancellationToken cancellationToken)
    {
        if (!await invitations.MayRegisterAsync(token, cancellationToken)) return null;
        string? hash = null;
        if (newcomer.Password is { } password)
        {
            (hash, var judged) = await creation.HashAsync(newcomer.Email, password);
            if (hash is null) return (new Member { UserName = newcomer.Email, Email = newcomer.Email }, judged);
        }

        try
        {
            return await AddAsync(newcomer, hash, token, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Somebody registered the same address at the same time; the library only looks before it writes.
            var taken = members.ErrorDescriber.DuplicateEmail(newcomer.Email);
            return (new Member { UserName = newcomer.Email, Email = newcomer.Email }, IdentityResult.Failed(taken));
        }
    }

    private async Task<(Member Member, IdentityResult Result)?> AddAsync(
        Newcomer newcomer, string? hash, string? token, CancellationToken cancellationToken)
    {
        await using var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken);
        var invitation = string.IsNullOrEmpty(token) ? null : await invitations.TakeAsync(token, cancellationToken);
        if (invitation is null && options.Value.Registration == Registration.Invite) return null;

        var made = await creation.AddAsync(newcomer.Name, newcomer.Email, hash, cancellationToken, newcomer.EmailConfirmed);
        if (made.Result.Succeeded && newcomer.Login is { } login) made.Result = await members.AddLoginAsync(made.Member, login);
        if (!made.Result.Succeeded) return made;

        if (invitation is not null) await invitations.UseAsync(invitation, made.Member.Id, cancellationToken);
        await audit.WriteAsync(Acts.UserRegistered, $"user {made.Member.Id}", cancellationToken, actorId: made.Member.Id);
        await transaction.CommitAsync(cancellationToken);
        return made;
    }
}
