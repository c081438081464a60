using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Renditions;

/// <summary>How a rendition is asked for. Time is the database's.</summary>
public static class RenditionOrders
{
    /// <summary>Of one user at once: the others' wait for theirs stays short.</summary>
    public const int MostPending = 20;

    /// <summary>Orders it, unless it is there or on its way already under this stamp. What was given up is tried again after a day, and as
    /// soon as a minute later where only the encoder was missing.</summary>
    /// <returns>How it stands; null if it would be one too many of this user's that wait.</returns>
    public static async Task<Rendition?> AskAsync(
        this SoundFoundryDb db, long userId, long jobId, RenditionKind kind, string stamp, string? traceParent, CancellationToken cancellationToken)
    {
        var word = kind.Word();
        var standing = db.Renditions.AsNoTracking().Where(rendition => rendition.JobId == jobId && rendition.Kind == kind);
        if (await standing.SingleOrDefaultAsync(cancellationToken) is { State: RenditionState.Made } made && made.Stamp == stamp)
        {
            await db.Database.ExecuteSqlAsync(
                $"UPDATE renditions SET asked_at = now() WHERE id = {made.Id} AND asked_at < now() - interval '1 day'", cancellationToken);
            return made;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO renditions (job_id, user_id, kind, stamp, trace_parent)
            SELECT {jobId}, {userId}, {word}, {stamp}, {traceParent}
            WHERE (SELECT count(*) FROM renditions WHERE user_id = {userId} AND state = 'PENDING') < {MostPending}
                OR EXISTS (SELECT 1 FROM renditions WHERE job_id = {jobId} AND kind = {word})
            ON CONFLICT (job_id, kind) DO UPDATE
            SET stamp = excluded.stamp, trace_parent = excluded.trace_parent, state = 'PENDING', fence = renditions.fence + 1, attempts = 0,
                lease_until = NULL, error_code = NULL, error = NULL, ended_at = NULL, asked_at = now()
            WHERE renditions.stamp <> excluded.stamp OR renditions.state = 'DROPPED' OR (renditions.state = 'FAILED' AND renditions.ended_at
                < now() - CASE renditions.error_code WHEN {RenditionErrors.NoEncoder} THEN interval '1 minute' ELSE interval '1 day' END)
            """, cancellationToken);
        return await standing.SingleOrDefaultAsync(cancellationToken);
    }
}
