using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Keys;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Users;

/// <summary>What an operator does to other users. There is always an operator left who can come in.</summary>
internal sealed class UserDesk(
    SoundFoundryDb db, IdentityDb identity, UserSessions sessions, KnownKeys keys, Hints hints, AuditLog audit, TimeProvider clock)
{
    /// <summary>Keeps a user out: ends every session, stops every key and cancels what waits. What renders is made and paid for.</summary>
    public async Task<DeskOutcome> SuspendAsync(long id, CancellationToken cancellationToken)
    {
        var outcome = await ChangeAsync(id, leaves: true, member =>
        {
            if (member.SuspendedAt is not null) return null;
            member.SuspendedAt = clock.GetUtcNow();
            return Acts.UserSuspended;
        }, null, cancellationToken);
        if (outcome != DeskOutcome.Done) return outcome;

        await sessions.EndAllAsync(id, except: null, cancellationToken);
        foreach (var hash in await identity.ApiKeys.Where(key => key.UserId == id).Select(key => key.Hash).ToListAsync(cancellationToken)) keys.Forget(hash);
        await CancelWaitingAsync(id, cancellationToken);
        return outcome;
    }

    public Task<DeskOutcome> ResumeAsync(long id, CancellationToken cancellationToken) => ChangeAsync(id, leaves: false, member =>
    {
        if (member.SuspendedAt is null) return null;
        member.SuspendedAt = null;
        return Acts.UserResumed;
    }, null, cancellationToken);

    public Task<DeskOutcome> SetOperatorAsync(long id, bool isOperator, CancellationToken cancellationToken) => ChangeAsync(id, leaves: !isOperator, member =>
    {
        if (member.IsOperator == isOperator) return null;
        member.IsOperator = isOperator;
        return Acts.RoleChanged;
    }, isOperator ? Access.OperatorRole : "user", cancellationToken);

    /// <param name="leaves">Whether an operator is no acting operator afterwards.</param>
    /// <param name="change">Answers the act's name, or null if there was nothing to change.</param>
    private async Task<DeskOutcome> ChangeAsync(
        long id, bool leaves, Func<Member, string?> change, string? detail, CancellationToken cancellationToken)
    {
        await using var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken);

        // All operators are locked, so that the last two can't send each other away.
        var operators = await identity.Users
            .FromSql($"SELECT * FROM identity.members WHERE is_operator AND suspended_at IS NULL ORDER BY id FOR UPDATE").ToListAsync(cancellationToken);
        var member = operators.Find(other => other.Id == id) ?? await identity.Users
            .FromSql($"SELECT * FROM identity.members WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
        if (member is null) return DeskOutcome.NoSuchUser;
        if (leaves && operators is [var last] && last.Id == id) return DeskOutcome.LastOperator;
        if (change(member) is not { } act) return DeskOutcome.Done;

        await identity.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(act, $"user {id}", cancellationToken, detail);
        await transaction.CommitAsync(cancellationToken);
        return DeskOutcome.Done;
    }

    private async Task CancelWaitingAsync(long id, CancellationToken cancellationToken)
    {
        var waiting = await db.Jobs.Where(job => job.UserId == id && job.Status == JobStatus.Queued).Select(job => job.Id).ToListAsync(cancellationToken);
        foreach (var job in waiting)
        {
            await db.RequestCancelAsync(job, cancellationToken);
            hints.JobChanged(id, job);
        }
    }
}
