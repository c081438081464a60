using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Users;
using SoundFoundry.ServiceDefaults.Auth;

namespace SoundFoundry.Api.Deletion;

/// <summary>Deletes an account: who the user was, every way in, what was written and made. One transaction does all that must not be left
/// half done; what follows it is repeated by the workers if this process dies.</summary>
internal sealed class AccountDeletion(
    SoundFoundryDb db, IdentityDb identity, Eviction eviction, Hints hints, AuditLog audit, IOptions<AuthOptions> auth)
{
    public async Task<DeletionOutcome> DeleteAsync(long userId, CancellationToken cancellationToken)
    {
        if (auth.Value.Mode == AuthMode.Local && userId == User.LocalOwnerId) return DeletionOutcome.LocalOwner;

        IReadOnlyList<long>? open;
        Action forget;
        await using (var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken))
        {
            // Before the erasure, which takes the address out of it.
            await audit.WriteAsync(Acts.UserDeleted, $"user {userId}", cancellationToken);
            open = await db.EraseAccountAsync(userId, cancellationToken);
            if (open is null) return DeletionOutcome.NoSuchUser;
            forget = await CloseEveryWayInAsync(userId, cancellationToken);
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
        var forget = await eviction.EvictAsync(userId, cancellationToken);
        await identity.Invitations.Where(invitation => invitation.InvitedBy == userId || invitation.UsedBy == userId)
            .ExecuteDeleteAsync(cancellationToken);
        await identity.Users.Where(member => member.Id == userId).ExecuteDeleteAsync(cancellationToken);
        return forget;
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
