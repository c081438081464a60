using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Credits;

public static class Adjustments
{
    /// <summary>Gives credits, or takes some of those that are there, inside the caller's transaction. What is held for open jobs can't
    /// be taken.</summary>
    /// <param name="credits">Positive gives, negative takes.</param>
    public static async Task<Adjustment> AdjustAsync(
        this SoundFoundryDb db, long userId, long credits, string reason, long actorId, CancellationToken cancellationToken)
    {
        var entries = await db.Ledger.FromSql(
            $"""
            WITH moved AS (
                UPDATE accounts SET available_credits = available_credits + {credits} FROM users
                WHERE user_id = {userId} AND users.id = user_id AND users.deleted_at IS NULL AND available_credits + {credits} >= 0
                RETURNING user_id)
            INSERT INTO ledger (user_id, kind, credits, reason, actor_id)
            SELECT user_id, 'ADJUSTMENT', {credits}, {reason}, {actorId} FROM moved
            RETURNING *
            """).AsNoTracking().ToListAsync(cancellationToken);
        var available = await db.Accounts.Where(account => account.UserId == userId)
            .Where(account => db.Users.Any(user => user.Id == account.UserId && user.DeletedAt == null))
            .Select(account => (long?)account.AvailableCredits).SingleOrDefaultAsync(cancellationToken);
        return (entries.SingleOrDefault(), available) switch
        {
            ({ } entry, { } now) => new Adjustment.Made(entry, now),
            (null, { } now) => new Adjustment.TooMuch(now),
            _ => new Adjustment.NoSuchUser(),
        };
    }
}
