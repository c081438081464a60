using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Sweeping;

/// <summary>Forgets what is of no more use, in the database's time and in batches that hold no lock for long.</summary>
internal static class OldRows
{
    private const int Batch = 1_000;

    /// <returns>How many rows are gone.</returns>
    public static async Task<int> ForgetAsync(this SoundFoundryDb db, CancellationToken cancellationToken) =>
        await BatchesAsync(() => db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM idempotency_keys WHERE (user_id, key) IN (
                SELECT user_id, key FROM idempotency_keys WHERE created_at < now() - interval '1 day' LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            """, cancellationToken))
        + await BatchesAsync(() => db.Database.ExecuteSqlAsync(
            $"DELETE FROM workers WHERE id IN (SELECT id FROM workers WHERE seen_at < now() - interval '1 day' LIMIT {Batch})",
            cancellationToken))
        + await BatchesAsync(() => db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM late_results WHERE id IN (
                SELECT id FROM late_results
                WHERE taken_job_id IS NULL AND coalesce(declined_at, found_at) < now() - interval '30 days'
                LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            """, cancellationToken))
        + await BatchesAsync(() => db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM webhook_deliveries WHERE id IN (
                SELECT id FROM webhook_deliveries WHERE created_at < now() - interval '30 days' LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            """, cancellationToken))
        + await BatchesAsync(() => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE renditions SET state = 'DROPPED', key = NULL, bytes = NULL, fence = fence + 1 WHERE id IN (
                SELECT id FROM renditions WHERE state = 'MADE' AND asked_at < now() - interval '30 days'
                LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            """, cancellationToken));

    /// <summary>Removes playlists that can't be restored any more, with their entries.</summary>
    public static Task<int> ForgetPlaylistsAsync(this SoundFoundryDb db, TimeSpan keepDeleted, CancellationToken cancellationToken) =>
        BatchesAsync(() => db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM playlists WHERE id IN (
                SELECT id FROM playlists WHERE deleted_at < now() - {keepDeleted} LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            """, cancellationToken));

    private static async Task<int> BatchesAsync(Func<Task<int>> forgetSome)
    {
        for (var all = 0; ;)
        {
            var some = await forgetSome();
            all += some;
            if (some < Batch) return all;
        }
    }
}
