using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;

namespace SoundFoundry.Worker.Renditions;

/// <summary>Which rendition is made next, and what became of it. Time is the database's.</summary>
internal static class RenditionClaims
{
    /// <summary>How often one is begun that ends its worker, or finds its servers away, before it is given up: the former for a day.</summary>
    public const int Tries = 3;

    /// <summary>How soon pictures, of which a player asks for one with each track, wait for no download any more.</summary>
    private static readonly TimeSpan Pictures = TimeSpan.FromSeconds(10);

    /// <summary>Takes the next for this worker; null if none waits for it. Users take turns: first comes who has the fewest being made,
    /// among equals who was served longest ago; and downloads, which somebody looks at the clock for, before pictures.</summary>
    /// <param name="makes">What this worker can make. It takes what it can't only where no living worker can, to say so.</param>
    public static async Task<ClaimedRendition?> ClaimRenditionAsync(
        this SoundFoundryDb db, TimeSpan lease, IReadOnlyList<RenditionKind> makes, CancellationToken cancellationToken)
    {
        var (own, pictures) = (Words(makes), Words([RenditionKind.Cover, RenditionKind.Spectrogram]));
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE renditions SET state = 'FAILED', error_code = {RenditionErrors.Failed}, error = {RenditionReasons.CutShort},
                key = NULL, bytes = NULL, lease_until = NULL, ended_at = now()
            WHERE state = 'PENDING' AND attempts >= {Tries} AND coalesce(lease_until <= now(), true)
            """, cancellationToken);
        var claimed = await db.Database.SqlQuery<ClaimedRendition>(
            $"""
            UPDATE renditions SET attempts = attempts + 1, fence = fence + 1, lease_until = now() + {lease}
            WHERE id = (
                SELECT id FROM renditions AS next
                WHERE state = 'PENDING' AND attempts < {Tries} AND coalesce(lease_until <= now(), true) AND (kind = ANY({own}) OR NOT EXISTS (
                    SELECT FROM workers WHERE seen_at > now() - interval '6 seconds' AND left_at IS NULL AND next.kind = ANY(makes)))
                ORDER BY kind = ANY({pictures}) AND asked_at > now() - {Pictures},
                    (SELECT count(*) FROM renditions AS made WHERE made.user_id = next.user_id AND made.state = 'PENDING' AND made.lease_until > now()),
                    (SELECT max(ended_at) FROM renditions AS made WHERE made.user_id = next.user_id) NULLS FIRST,
                    kind = ANY({pictures}), asked_at, id
                LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, job_id, kind AS kind_word, fence, attempts, trace_parent
            """).ToListAsync(cancellationToken);
        return claimed.SingleOrDefault();
    }

    /// <returns>False if it is this worker's no more.</returns>
    public static async Task<bool> RenewRenditionAsync(
        this SoundFoundryDb db, ClaimedRendition claimed, TimeSpan lease, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE renditions SET lease_until = now() + {lease}
            WHERE id = {claimed.Id} AND fence = {claimed.Fence} AND state = 'PENDING'
            """, cancellationToken) == 1;

    /// <returns>False if it was taken over meanwhile, or is nobody's any more: then it names nothing.</returns>
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

    /// <summary>Forgets that it was asked for, as nobody can have it now; asked for again, it is made.</summary>
    public static Task DropAsync(this SoundFoundryDb db, ClaimedRendition claimed, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE renditions SET state = 'DROPPED', fence = fence + 1, key = NULL, bytes = NULL, lease_until = NULL
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

    private static string[] Words(IReadOnlyList<RenditionKind> kinds) => [.. kinds.Select(kind => kind.Word())];
}
