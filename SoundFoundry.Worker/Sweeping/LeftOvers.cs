using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Worker.Sweeping;

/// <summary>Which stored objects no row names, nor ever can again.</summary>
/// <remarks>Each condition, once true, stays true: a final state does not change, a fence only grows, an attempt is reconciled once. So it
/// does not matter what is committed between the question and the deletion, nor whether a frozen process goes on in between.</remarks>
internal static class LeftOvers
{
    /// <summary>Judges objects of renders. What belongs to no job of this database is not ours to judge.</summary>
    /// <param name="keepDeleted">How long a deleted track keeps its audio; that of a deleted user goes at once.</param>
    public static async Task<List<JudgedObject>> JudgeAsync(
        this SoundFoundryDb db, IReadOnlyList<string> keys, TimeSpan keepDeleted, CancellationToken cancellationToken)
    {
        var read = keys.Select(key => (Key: key, Render: RenderKey.Of(key))).Where(entry => entry.Render is not null).ToList();
        if (read.Count == 0) return [];
        var names = read.Select(entry => entry.Key).ToArray();
        var users = read.Select(entry => entry.Render!.UserId).ToArray();
        var tracks = read.Select(entry => entry.Render!.TrackId).ToArray();
        var jobs = read.Select(entry => entry.Render!.JobId).ToArray();
        var fences = read.Select(entry => entry.Render!.Fence).ToArray();
        var attempts = read.Select(entry => entry.Render!.LateAttemptId).ToArray();
        return await db.Database.SqlQuery<JudgedObject>(
            $"""
            SELECT object.key, jobs.id IS NOT NULL AS is_ours, coalesce(
                (jobs.status IN ('COMPLETE', 'FAILED', 'CANCELED')
                    AND (tracks.deleted_at < now() - {keepDeleted} - interval '1 minute' OR users.deleted_at IS NOT NULL))
                OR (object.fence IS NOT NULL AND jobs.artifact_key IS DISTINCT FROM object.key AND (
                    jobs.status IN ('COMPLETE', 'FAILED', 'CANCELED')
                    OR (jobs.status = 'RENDERING' AND object.fence < jobs.fence)
                    OR (jobs.status = 'QUEUED' AND object.fence <= jobs.fence)))
                OR (object.attempt_id IS NOT NULL
                    AND (attempts.reconciled_at IS NOT NULL OR attempts.started_at < now() - {LateWindow.Closed})
                    AND NOT EXISTS (
                        SELECT 1 FROM late_results AS late
                        WHERE late.attempt_id = object.attempt_id AND late.artifact_key = object.key AND late.declined_at IS NULL)),
                false) AS is_left_over
            FROM unnest({names}, {users}, {tracks}, {jobs}, {fences}, {attempts}) AS object (key, user_id, track_id, job_id, fence, attempt_id)
            LEFT JOIN jobs ON jobs.id = object.job_id AND jobs.track_id = object.track_id AND jobs.user_id = object.user_id
            LEFT JOIN tracks ON tracks.id = jobs.track_id
            LEFT JOIN users ON users.id = jobs.user_id
            LEFT JOIN attempts ON attempts.id = object.attempt_id AND attempts.job_id = jobs.id
            """).ToListAsync(cancellationToken);
    }
}

/// <param name="IsOurs">Whether this database has the job.</param>
internal sealed record JudgedObject(string Key, bool IsOurs, bool IsLeftOver);
