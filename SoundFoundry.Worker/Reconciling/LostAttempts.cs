using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Reconciling;

internal static class LostAttempts
{
    /// <summary>Attempts of which it is not known what their provider made of them: lost, abandoned, or given up by us (too slow, or not
    /// fetched or stored) while it may have finished.</summary>
    /// <remarks>At random, so that those about which no provider will ever say a word don't stand before those that can be settled.</remarks>
    public static Task<List<Attempt>> LostAttemptsAsync(this SoundFoundryDb db, int atMost, CancellationToken cancellationToken) =>
        db.Attempts.FromSql(
            $"""
            SELECT * FROM attempts
            WHERE reconciled_at IS NULL AND ended_at IS NOT NULL AND started_at > now() - {LateWindow.Asked}
                AND (outcome = 'UNKNOWN' OR (request_id IS NOT NULL AND (outcome = 'ABANDONED'
                    OR (outcome = 'FAILED' AND (error_class IN ('TIMEDOUT', 'LOCAL') OR error_code = 'download_failed')))))
            ORDER BY random() LIMIT {atMost}
            """).AsNoTracking().ToListAsync(cancellationToken);
}
