using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Core.LateResults;

/// <summary>How audio that came too late is offered.</summary>
public static class LateOffers
{
    /// <summary>Offers what the attempt made and settles the attempt, within the caller's transaction. The user's listeners hear of it by
    /// the track's current job.</summary>
    /// <param name="credits">What taking it costs.</param>
    /// <returns>False, with nothing changed: the attempt was settled before or is too old, its job has not ended, or the track is
    /// deleted.</returns>
    public static async Task<bool> OfferAsync(
        this SoundFoundryDb db, Attempt attempt, Artifact artifact, int credits, CancellationToken cancellationToken)
    {
        var offered = await db.Database.ExecuteSqlAsync(
            $"""
            WITH unsettled AS (
                SELECT id, job_id FROM attempts
                WHERE id = {attempt.Id} AND reconciled_at IS NULL AND started_at > now() - {LateWindow.Offered} FOR UPDATE),
            offered AS (
                INSERT INTO late_results (attempt_id, job_id, track_id, user_id, credits, artifact_key, artifact_content_type,
                    artifact_bytes, artifact_sha256, artifact_duration_s, artifact_peaks, artifact_musical_key, artifact_brightness, artifact_energy)
                SELECT unsettled.id, jobs.id, jobs.track_id, jobs.user_id, {credits}, {artifact.Key},
                    {artifact.ContentType}, {artifact.Bytes}, {artifact.Sha256}, {artifact.DurationSeconds}, {artifact.Peaks},
                    {artifact.MusicalKey}, {artifact.Brightness}, {artifact.Energy}
                FROM unsettled JOIN jobs ON jobs.id = unsettled.job_id AND jobs.status IN ('COMPLETE', 'FAILED', 'CANCELED')
                JOIN tracks ON tracks.id = jobs.track_id AND tracks.deleted_at IS NULL
                RETURNING track_id)
            UPDATE jobs SET version = nextval('job_version')
            WHERE id IN (SELECT tracks.job_id FROM tracks JOIN offered ON offered.track_id = tracks.id)
            """, cancellationToken);
        if (offered == 0) return false;

        await db.NotifyLateAsync(attempt.Id, cancellationToken);
        await db.ReconcileAsync(attempt.Id, AttemptOutcome.Succeeded, attempt.ExpectedUsdMicros, cancellationToken);
        return true;
    }

    /// <summary>Those of a track that its user has not decided about.</summary>
    public static IQueryable<LateResult> OpenOffers(this SoundFoundryDb db) =>
        db.LateResults.Where(late => late.TakenJobId == null && late.DeclinedAt == null);
}
