using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Keys;

/// <summary>A user's keys: made, listed, revoked.</summary>
internal sealed class ApiKeys(SoundFoundryDb db, IdentityDb identity, KnownKeys known, AuditLog audit, TimeProvider clock)
{
    /// <summary>Lets a leaked key be recognised, by people and by scanners.</summary>
    public const string TokenPrefix = "sf_";

    public const int MostPerUser = 50;

    private const int VisibleCharacters = 11;

    public Task<List<ApiKey>> OfAsync(long userId, CancellationToken cancellationToken) => identity.ApiKeys.AsNoTracking()
        .Where(key => key.UserId == userId && key.RevokedAt == null).OrderByDescending(key => key.Id).ToListAsync(cancellationToken);

    /// <returns>The key's row and the key itself, which can't be had again; null if the user has too many, or is gone.</returns>
    public async Task<(ApiKey Row, string Token)?> MakeAsync(
        long userId, string name, IEnumerable<string> scopes, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        // The lock keeps two requests from counting the same, and a deletion of the account from missing the new key.
        await using var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken);
        var users = db.Users.FromSql($"SELECT * FROM users WHERE id = {userId} AND deleted_at IS NULL FOR NO KEY UPDATE");
        if (await users.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is null) return null;
        var now = clock.GetUtcNow();
        var living = identity.ApiKeys.Where(key => key.UserId == userId && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now));
        if (await living.CountAsync(cancellationToken) >= MostPerUser) return null;

        var token = SecretToken.New(TokenPrefix);
        var row = new ApiKey
        {
            UserId = userId,
            Name = name.Trim(),
            Prefix = token[..VisibleCharacters],
            Hash = SecretToken.Hash(token),
            Scopes = [.. scopes.Distinct()],
            ExpiresAt = expiresAt?.ToUniversalTime(),
        };
        identity.ApiKeys.Add(row);
        await identity.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(Acts.KeyMade, $"key {row.Id}", cancellationToken, string.Join(' ', row.Scopes));
        await transaction.CommitAsync(cancellationToken);
        return (row, token);
    }

    /// <returns>False if the user has no such key, or had it revoked before.</returns>
    public async Task<bool> RevokeAsync(long userId, long id, CancellationToken cancellationToken)
    {
        await using var transaction = await SharedTransaction.BeginAsync(db, identity, cancellationToken);
        var row = await identity.ApiKeys.SingleOrDefaultAsync(
            key => key.Id == id && key.UserId == userId && key.RevokedAt == null, cancellationToken);
        if (row is null) return false;

        identity.Entry(row).Property(key => key.RevokedAt).CurrentValue = clock.GetUtcNow();
        await identity.SaveChangesAsync(cancellationToken);
        await audit.WriteAsync(Acts.KeyRevoked, $"key {id}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        known.Forget(row.Hash);
        return true;
    }
}
