using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Credits;

internal static class CreditQueries
{
    /// <summary>As of one moment: what moves from the balance into a hold is seen once.</summary>
    public static async Task<CreditBalance> BalanceAsync(
        this SoundFoundryDb db, long userId, int allowance, CancellationToken cancellationToken)
    {
        var now = await db.Database.SqlQuery<Standing>(
            $"""
            SELECT available_credits AS balance,
                (SELECT coalesce(sum(quoted_credits), 0)::bigint FROM jobs
                    WHERE jobs.user_id = accounts.user_id AND status IN ('QUEUED', 'RENDERING')) AS held,
                (date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC' AS next_month
            FROM accounts WHERE user_id = {userId}
            """).SingleAsync(cancellationToken);
        return new CreditBalance(now.Balance, now.Held, allowance, allowance > 0 ? now.NextMonth : null);
    }

    /// <summary>A user's movements, newest first.</summary>
    public static IQueryable<LedgerLine> LedgerOf(this SoundFoundryDb db, long userId, long before) =>
        from entry in db.Ledger
        join job in db.Jobs on entry.JobId equals job.Id into jobs
        from job in jobs.DefaultIfEmpty()
        where entry.UserId == userId && entry.Id < before
        orderby entry.Id descending
        select new LedgerLine(
            entry.Id, entry.At, entry.Kind.Word(), entry.Credits, entry.JobId, (long?)job.TrackId, entry.Reason, entry.Reference);

    private sealed record Standing(long Balance, long Held, DateTimeOffset NextMonth);
}
