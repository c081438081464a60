using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Sweeping;

internal static class OldAudit
{
    private const int Batch = 1_000;

    /// <summary>Forgets what was written down longer ago, oldest first; the ids tell the order, so no index on the time is needed.</summary>
    /// <returns>How many rows are gone.</returns>
    public static async Task<int> ForgetAuditAsync(this SoundFoundryDb db, TimeSpan keep, CancellationToken cancellationToken)
    {
        for (var all = 0; ;)
        {
            var some = await db.Database.ExecuteSqlAsync(
                $"DELETE FROM audit_log WHERE id IN (SELECT id FROM audit_log ORDER BY id LIMIT {Batch}) AND at < now() - {keep}",
                cancellationToken);
            all += some;
            if (some < Batch) return all;
        }
    }
}
