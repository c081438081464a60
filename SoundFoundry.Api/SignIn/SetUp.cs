using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.SignIn;

/// <summary>Makes the first operator, by a link that works once and stands in the log of each migration run until then: there is no default password anywhere.</summary>
internal sealed class SetUp(IdentityDb identity, SoundFoundryDb db, MemberCreation creation, AuditLog audit, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken) =>
        !await identity.Users.AnyAsync(member => member.IsOperator, cancellationToken);

    /// <summary>A new link's token; earlier ones are void.</summary>
    public async Task<string> RenewAsync(CancellationToken cancellationToken)
    {
        var token = SecretToken.New();
        var (hash, expires) = (SecretToken.Hash(token), clock.GetUtcNow() + Lifetime);
        var link = await identity.SetUpLinks.SingleOrDefaultAsync(cancellationToken);
        if (link is null) identity.SetUpLinks.Add(new SetUpLink { Hash = hash, ExpiresAt = expires });
        else (link.Hash, link.ExpiresAt) = (hash, expires);
        await identity.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <returns>Null if the token is not the newest, too old, or used; a failed result if name, address or password will not do.</returns>
    public async Task<(Member Member, IdentityResult Result)?> TryAsync(
        string token, string name, string email, string password, CancellationToken cancellationToken)
    {
        await using var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken);
        var link = await identity.SetUpLinks.FromSqlRaw("SELECT * FROM identity.set_up_links FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
        if (link is null || link.ExpiresAt <= clock.GetUtcNow()
            || !CryptographicOperations.FixedTimeEquals(link.Hash, SecretToken.Hash(token))) return null;
        if (!await IsNeededAsync(cancellationToken)) return null;

        var made = await creation.AddOwnerAsync(name, email, password, cancellationToken);
        if (!made.Result.Succeeded) return made;
        identity.SetUpLinks.Remove(link);
        await identity.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(Acts.OwnerSetUp, $"user {made.Member.Id}", cancellationToken, actorId: made.Member.Id);
        await transaction.CommitAsync(cancellationToken);
        return made;
    }
}
