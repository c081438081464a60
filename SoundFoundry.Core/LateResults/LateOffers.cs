using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Core.LateResults;

/// <summary>How audio that came too late is offered.</summary>
public static class LateOffers
{
    /// <summary>Settles the attempt and offers what it made, in one statement. The user's listeners hear of it by the track's current job.</summary>
    /// <param name="price">What the model costs; the user pays no more than was quoted.</param>
    /// <returns>False if nothing was offered: the attempt was settled before, its job has not ended, or the track is deleted.</returns>
    public static async Task<bool> OfferAsync(
        this SoundFoundryDb db, Attempt attempt, Artifact artifact, int price, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH settled AS (
                UPDATE attempts
                SET outcome = 'SUCCEEDED', cost_usd_micros = expected_usd_micros, reconciled_at = now(), ended_at = coalesce(ended_at, now())
                FROM jobs
                WHERE attempts.id = {attempt.Id} AND reconciled_at IS NULL AND attempts.started_at > now() - interval '4 days'
                    AND jobs.id = attempts.job_id AND jobs.status IN ('COMPLETE', 'FAILED', 'CANCELED')
                RETURNING attempts.id, job_id),
            offered AS (
                INSERT INTO late_results (attempt_id, job_id, track_id, user_id, credits, artifact_key, artifact_content_type,
                    artifact_bytes, artifact_sha256, artifact_duration_s, artifact_peaks)
                SELECT settled.id, jobs.id, jobs.track_id, jobs.user_id, least(jobs.quoted_credits, {price}), {artifact.Key},
                    {artifact.ContentType}, {artifact.Bytes}, {artifact.Sha256}, {artifact.DurationSeconds}, {artifact.Peaks}
                FROM settled JOIN jobs ON jobs.id = settled.job_id
                JOIN tracks ON tracks.id = jobs.track_id AND tracks.deleted_at IS NULL
                RETURNING track_id)
            UPDATE jobs SET version = nextval('job_version')
            WHERE id IN (SELECT tracks.job_id FROM tracks JOIN offered ON offered.track_id = tracks.id)
            """, cancellationToken) == 1;

    /// <summary>Those of a track that its user has not decided about.</summary>
    public static IQueryable<LateResult> OpenOffers(this SoundFoundryDb db) =>
        db.LateResults.Where(late => late.TakenJobId == null && late.DeclinedAt == null);
}
