using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Credits;

/// <summary>Fills accounts up to the month's allowance. Months are those of UTC in the database's time; a month is looked at once an
/// account, also when nothing was missing, so that what is spent later is not given again.</summary>
public static class Allowances
{
    private const int Batch = 1_000;

    /// <summary>Such as <c>2026-11</c>.</summary>
    public static Task<string> MonthAsync(this SoundFoundryDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<string>($"""SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM') AS "Value" """).SingleAsync(cancellationToken);

    /// <summary>Fills up some of the accounts that this month has not been looked at for. Several may do so at once.</summary>
    /// <returns>Whether there may be more of them.</returns>
    public static async Task<bool> TopUpSomeAsync(this SoundFoundryDb db, int allowance, CancellationToken cancellationToken) =>
        await db.TopUpAsync((long?)null, allowance, cancellationToken) == Batch;

    /// <summary>Fills up one account, if this month has not been looked at for it.</summary>
    public static Task TopUpAsync(this SoundFoundryDb db, long userId, int allowance, CancellationToken cancellationToken) =>
        db.TopUpAsync((long?)userId, allowance, cancellationToken);

    /// <summary>The lock comes first, so that what is missing is told by the balance as it is, whatever happens to it at that moment.</summary>
    private static async Task<int> TopUpAsync(this SoundFoundryDb db, long? userId, int allowance, CancellationToken cancellationToken)
    {
        var looked = await db.Database.SqlQuery<int>(
            $"""
            WITH month AS (SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM') AS name),
            due AS (
                SELECT accounts.user_id, greatest(0, {allowance} - available_credits) AS missing
                FROM accounts JOIN users ON users.id = accounts.user_id
                WHERE users.deleted_at IS NULL AND accounts.user_id = coalesce(CAST({userId} AS bigint), accounts.user_id)
                    AND NOT EXISTS (
                        SELECT 1 FROM ledger
                        WHERE ledger.user_id = accounts.user_id AND kind = 'ALLOWANCE' AND reference = (SELECT name FROM month))
                ORDER BY accounts.user_id LIMIT {Batch} FOR UPDATE OF accounts),
            given AS (
                INSERT INTO ledger (user_id, kind, credits, reference) SELECT user_id, 'ALLOWANCE', missing, name FROM due, month
                ON CONFLICT (user_id, reference) WHERE kind = 'ALLOWANCE' DO NOTHING
                RETURNING user_id, credits),
            filled AS (
                UPDATE accounts SET available_credits = available_credits + credits FROM given WHERE accounts.user_id = given.user_id)
            SELECT count(*)::int AS "Value" FROM due
            """).ToListAsync(cancellationToken);
        return looked.Single();
    }
}
