using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.SignIn;

internal sealed class Invitations(IdentityDb identity, AuditLog audit, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public Task<List<Invitation>> OpenAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return identity.Invitations.AsNoTracking().Where(invitation => invitation.UsedBy == null && invitation.ExpiresAt > now)
            .OrderByDescending(invitation => invitation.Id).ToListAsync(cancellationToken);
    }

    /// <returns>The row, and the token of its link, which can't be had again.</returns>
    public async Task<(Invitation Row, string Token)> MakeAsync(long operatorId, string note, CancellationToken cancellationToken)
    {
        var token = SecretToken.New();
        var row = new Invitation
        {
            Hash = SecretToken.Hash(token), Note = note.Trim(), InvitedBy = operatorId, ExpiresAt = clock.GetUtcNow() + Lifetime,
        };
        identity.Invitations.Add(row);
        await identity.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(Acts.InvitationMade, $"invitation {row.Id}", cancellationToken);
        return (row, token);
    }

    public async Task<bool> RevokeAsync(long id, CancellationToken cancellationToken)
    {
        var revoked = await identity.Invitations.Where(invitation => invitation.Id == id && invitation.UsedBy == null).ExecuteDeleteAsync(cancellationToken);
        if (revoked > 0) await audit.WriteAsync(Acts.InvitationRevoked, $"invitation {id}", cancellationToken);
        return revoked > 0;
    }

    /// <summary>A look before the work of registering begins; <see cref="TakeAsync"/> decides.</summary>
    public async Task<bool> MayRegisterAsync(string? token, CancellationToken cancellationToken)
    {
        if (options.Value.Registration == Registration.Open) return true;
        if (string.IsNullOrEmpty(token)) return false;
        var (hash, now) = (SecretToken.Hash(token), clock.GetUtcNow());
        return await identity.Invitations.AnyAsync(
            invitation => invitation.Hash == hash && invitation.UsedBy == null && invitation.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Inside the transaction that registers: one invitation, one user.</summary>
    /// <returns>Null if it is unknown, used or too old.</returns>
    public async Task<Invitation?> TakeAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (SecretToken.Hash(token), clock.GetUtcNow());
        return await identity.Invitations
            .FromSql($"SELECT * FROM identity.invitations WHERE hash = {hash} AND used_by IS NULL AND expires_at > {now} FOR UPDATE")
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task UseAsync(Invitation invitation, long userId, CancellationToken cancellationToken)
    {
        identity.Entry(invitation).Property(row => row.UsedBy).CurrentValue = userId;
        await identity.SaveChangesAsync(cancellationToken);
    }
}
