using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Credits;

public static class Purchases
{
    /// <summary>Adds what was paid for elsewhere, once a reference: told again, it is the same purchase.</summary>
    /// <param name="reference">The shop's own number of it.</param>
    /// <param name="actorId">Who tells of it.</param>
    public static async Task<Purchase> PurchaseAsync(
        this SoundFoundryDb db, long userId, long credits, string reference, long actorId, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(credits);
        var made = await db.Database.ExecuteSqlAsync(
            $"""
            WITH bought AS (
                INSERT INTO ledger (user_id, kind, credits, reference, actor_id)
                SELECT accounts.user_id, 'PURCHASE', {credits}, {reference}, {actorId}
                FROM accounts JOIN users ON users.id = accounts.user_id
                WHERE accounts.user_id = {userId} AND users.deleted_at IS NULL
                ON CONFLICT (reference) WHERE kind = 'PURCHASE' DO NOTHING
                RETURNING user_id, credits)
            UPDATE accounts SET available_credits = available_credits + credits FROM bought WHERE accounts.user_id = bought.user_id
            """, cancellationToken);
        var entry = await db.Ledger.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Kind == LedgerKind.Purchase && e.Reference == reference, cancellationToken);
        if (entry is null) return new Purchase.NoSuchUser();
        if (entry.UserId != userId || entry.Credits != credits) return new Purchase.ReferenceTaken();
        return new Purchase.Made(entry, IsNew: made == 1);
    }
}
