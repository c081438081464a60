using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Keys;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Users;
using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Api.Deletion;

/// <summary>Deletes an account: who the user was, every way in, what was written and made. One transaction does all that must not be left
/// half done; what follows it is repeated by the workers if this process dies.</summary>
/// <param name="sessions">None in local mode.</param>
internal sealed class AccountDeletion(
    SoundFoundryDb db, IdentityDb identity, IEnumerable<KnownSessions> sessions, KnownKeys keys, Hints hints, AuditLog audit, IOptions<AuthOptions> auth)
{
    public async Task<DeletionOutcome> DeleteAsync(long userId, CancellationToken cancellationToken)
    {
        if (auth.Value.Mode == AuthMode.Local && userId == User.LocalOwnerId) return DeletionOutcome.LocalOwner;

        IReadOnlyList<long>? open;
        Action forget;
        await using (var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken))
        {
            open = await db.EraseAccountAsync(userId, cancellationToken);
            if (open is null) return DeletionOutcome.NoSuchUser;
            forget = await CloseEveryWayInAsync(userId, cancellationToken);
            await audit.WriteAsync(Acts.UserDeleted, $"user {userId}", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        forget();
        await StopAsync(userId, open, cancellationToken);
        return DeletionOutcome.Done;
    }

    /// <summary>Invitations go too: their notes say who was invited.</summary>
    /// <returns>Makes this process forget what it knows of them; for after the commit.</returns>
    private async Task<Action> CloseEveryWayInAsync(long userId, CancellationToken cancellationToken)
    {
        var cookies = await identity.Sessions.Where(session => session.UserId == userId).Select(session => session.Hash).ToListAsync(cancellationToken);
        var tokens = await identity.ApiKeys.Where(key => key.UserId == userId).Select(key => key.Hash).ToListAsync(cancellationToken);
        await identity.Sessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await identity.ApiKeys.Where(key => key.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await identity.Invitations.Where(invitation => invitation.InvitedBy == userId || invitation.UsedBy == userId)
            .ExecuteDeleteAsync(cancellationToken);
        await identity.Users.Where(member => member.Id == userId).ExecuteDeleteAsync(cancellationToken);
        return () =>
        {
            foreach (var known in sessions) cookies.ForEach(known.Forget);
            tokens.ForEach(keys.Forget);
        };
    }

    private async Task StopAsync(long userId, IReadOnlyList<long> jobs, CancellationToken cancellationToken)
    {
        foreach (var job in jobs)
        {
            if (await db.RequestCancelAsync(job, cancellationToken) == JobStatus.Rendering) hints.CancelRequested(job);
            hints.JobChanged(userId, job);
        }
    }
}
