using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;

namespace SoundFoundry.Worker.Renditions;

/// <summary>Which rendition is made next, and what became of it. Time is the database's.</summary>
internal static class RenditionClaims
{
    /// <summary>How often one is begun that ends its worker, or finds its servers away, before it is given up.</summary>
    public const int Tries = 3;

    /// <summary>Takes the one that has waited longest for this worker; null if none waits.</summary>
    public static async Task<ClaimedRendition?> ClaimRenditionAsync(this SoundFoundryDb db, TimeSpan lease, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE renditions SET state = 'FAILED', error_code = {RenditionErrors.Failed}, error = {$"This was given up after {Tries} tries."},
                key = NULL, bytes = NULL, lease_until = NULL, ended_at = now()
            WHERE state = 'PENDING' AND attempts >= {Tries} AND coalesce(lease_until <= now(), true)
            """, cancellationToken);
        var claimed = await db.Database.SqlQuery<ClaimedRendition>(
            $"""
            UPDATE renditions SET attempts = attempts + 1, fence = fence + 1, lease_until = now() + {lease}
            WHERE id = (
                SELECT id FROM renditions
                WHERE state = 'PENDING' AND attempts < {Tries} AND coalesce(lease_until <= now(), true)
                ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, job_id, kind AS kind_word, fence, attempts, trace_parent
            """).ToListAsync(cancellationToken);
        return claimed.SingleOrDefault();
    }

    /// <returns>False if it was asked for anew meanwhile, or is nobody's any more: then it names nothing.</returns>
    public static async Task<bool> RecordMadeAsync(
        this SoundFoundryDb db, ClaimedRendition claimed, string stamp, string key, long bytes, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE renditions SET state = 'MADE', stamp = {stamp}, key = {key}, bytes = {bytes}, lease_until = NULL, ended_at = now()
            WHERE id = {claimed.Id} AND fence = {claimed.Fence} AND state = 'PENDING'
            """, cancellationToken) == 1;

    public static Task RecordFailedAsync(
        this SoundFoundryDb db, ClaimedRendition claimed, string code, string reason, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE renditions
            SET state = 'FAILED', error_code = {code}, error = {reason}, key = NULL, bytes = NULL, lease_until = NULL, ended_at = now()
            WHERE id = {claimed.Id} AND fence = {claimed.Fence} AND state = 'PENDING'
            """, cancellationToken);

    /// <summary>Lets it be tried again, by any worker, once <paramref name="wait"/> has passed.</summary>
    public static Task PutOffAsync(this SoundFoundryDb db, ClaimedRendition claimed, TimeSpan wait, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE renditions SET lease_until = now() + {wait}
            WHERE id = {claimed.Id} AND fence = {claimed.Fence} AND state = 'PENDING'
            """, cancellationToken);

    /// <summary>A worker that stops has not tried.</summary>
    public static Task HandBackAsync(this SoundFoundryDb db, ClaimedRendition claimed, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE renditions SET lease_until = NULL, attempts = attempts - 1
            WHERE id = {claimed.Id} AND fence = {claimed.Fence} AND state = 'PENDING'
            """, cancellationToken);
}
