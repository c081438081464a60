using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Credits;

/// <summary>How credits move with jobs. Each runs inside the caller's transaction, beside the state change it pays for.</summary>
public static class LedgerMoves
{
    public static Task GrantAsync(this SoundFoundryDb db, long userId, long credits, CancellationToken cancellationToken) =>
        db.MoveAsync(userId, LedgerKind.Grant, credits, null, cancellationToken);

    /// <summary>Sets the quote aside. Two concurrent calls cannot spend the same credit.</summary>
    /// <returns>False, with nothing changed, if there is not enough, or nobody any more whose it is.</returns>
    public static Task<bool> HoldAsync(this SoundFoundryDb db, long userId, long jobId, int quote, CancellationToken cancellationToken) =>
        db.MoveAsync(userId, LedgerKind.Hold, -quote, jobId, cancellationToken);

    /// <summary>Charges a completed job: never more than its quote, the rest goes back.</summary>
    public static Task SettleAsync(
        this SoundFoundryDb db, long userId, long jobId, int quote, int charge, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(charge, quote);
        return db.MoveAsync(userId, LedgerKind.Settle, quote - charge, jobId, cancellationToken);
    }

    /// <summary>Gives a whole hold back.</summary>
    public static Task ReleaseAsync(this SoundFoundryDb db, long userId, long jobId, int quote, CancellationToken cancellationToken) =>
        db.MoveAsync(userId, LedgerKind.Release, quote, jobId, cancellationToken);

    private static async Task<bool> MoveAsync(
        this SoundFoundryDb db, long userId, LedgerKind kind, long credits, long? jobId, CancellationToken cancellationToken)
    {
        var name = kind.Word();
        return await db.Database.ExecuteSqlAsync(
            $"""
            WITH moved AS (
                UPDATE accounts SET available_credits = available_credits + {credits}
                WHERE user_id = {userId} AND available_credits + {credits} >= 0
                    AND NOT ({name} = 'HOLD' AND EXISTS (SELECT 1 FROM users WHERE id = {userId} AND deleted_at IS NOT NULL))
                RETURNING user_id)
            INSERT INTO ledger (user_id, kind, credits, job_id) SELECT user_id, {name}, {credits}, {jobId} FROM moved
            """, cancellationToken) == 1;
    }
}
