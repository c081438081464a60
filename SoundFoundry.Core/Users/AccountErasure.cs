using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.Users;

/// <summary>Takes everything personal out of a user's rows. What was paid and done stays, without a name: the ledger adds up, and costs can
/// still be reconciled.</summary>
public static class AccountErasure
{
    /// <summary>Longer than any attempt may still be asked about, after which nothing is written of its job any more.</summary>
    private static readonly TimeSpan Lingering = TimeSpan.FromDays(7);

    /// <summary>Erases a user within the caller's transaction; again, it does the same. From its commit on nothing is made for the user: jobs
    /// that wait are taken by nobody, what is being rendered completes no more, and no hold is given. The sweeper ends those jobs, and
    /// removes the audio.</summary>
    /// <returns>The jobs that are still to be ended; null if there is no such user.</returns>
    public static async Task<IReadOnlyList<long>?> EraseAccountAsync(
        this SoundFoundryDb db, long userId, CancellationToken cancellationToken)
    {
        // Whoever places a job holds a share of this row from its track on: it is committed before, and seen below, or it finds no credits.
        var found = await db.Database.SqlQuery<long>($"""SELECT id AS "Value" FROM users WHERE id = {userId} FOR UPDATE""")
            .ToListAsync(cancellationToken);
        if (found.Count == 0) return null;

        await db.Database.ExecuteSqlAsync(
            $$"""
            UPDATE users SET name = 'deleted user ' || id, deleted_at = coalesce(deleted_at, now()) WHERE id = {{userId}};
            UPDATE tracks SET deleted_at = coalesce(deleted_at, now()), title = NULL, prompt = '', lyrics = NULL, tags = ARRAY[]::text[],
                negative_prompt = NULL, favorite = false WHERE user_id = {{userId}};
            UPDATE late_results SET declined_at = coalesce(declined_at, now()) WHERE user_id = {{userId}} AND taken_job_id IS NULL;
            UPDATE jobs SET cancel_requested = true, version = nextval('job_version')
                WHERE user_id = {{userId}} AND status IN ('QUEUED', 'RENDERING') AND NOT cancel_requested
            """, cancellationToken);
        await db.EraseTracesAsync(userId, cancellationToken);
        return await db.Jobs.Where(job => job.UserId == userId && (job.Status == JobStatus.Queued || job.Status == JobStatus.Rendering))
            .Select(job => job.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Erases what a worker, or a request that was under way, may have written after the user was erased.</summary>
    /// <returns>How many rows that were.</returns>
    public static async Task<int> EraseLateTracesAsync(this SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var users = await db.Database.SqlQuery<long>($"""SELECT id AS "Value" FROM users WHERE deleted_at > now() - {Lingering}""")
            .ToListAsync(cancellationToken);
        var erased = 0;
        foreach (var user in users) erased += await db.EraseTracesAsync(user, cancellationToken);
        return erased;
    }

    /// <summary>Logs and reasons go as a whole: a provider's answer may repeat the words it was asked.</summary>
    private static Task<int> EraseTracesAsync(this SoundFoundryDb db, long userId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM webhooks WHERE user_id = {userId};
            DELETE FROM playlists WHERE user_id = {userId};
            DELETE FROM shares WHERE user_id = {userId};
            DELETE FROM renditions WHERE user_id = {userId};
            DELETE FROM idempotency_keys WHERE user_id = {userId};
            DELETE FROM job_log USING jobs WHERE jobs.id = job_id AND jobs.user_id = {userId};
            UPDATE jobs SET error = NULL WHERE user_id = {userId} AND error IS NOT NULL;
            UPDATE attempts SET error = NULL FROM jobs WHERE jobs.id = job_id AND jobs.user_id = {userId} AND attempts.error IS NOT NULL;
            UPDATE audit_log SET address = NULL WHERE actor_id = {userId} AND address IS NOT NULL;
            UPDATE audit_log SET detail = NULL WHERE actor_id = {userId} AND detail IS NOT NULL
                AND act IN ('invitation.made', 'passkey.added', 'passkey.removed')
            """, cancellationToken);
}
