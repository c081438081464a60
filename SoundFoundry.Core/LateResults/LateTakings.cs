using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Tracks;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Core.LateResults;

/// <summary>What a user can do about a late result. The job that ended without it is left as it ended.</summary>
public static class LateTakings
{
    /// <summary>Makes a late result the track's audio and pays for it: a new job, born complete, in one transaction. Taking twice is taking
    /// once.</summary>
    public static async Task<LateTaking> TakeLateAsync(
        this SoundFoundryDb db, long userId, long trackId, long lateId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockAsync(userId, trackId, lateId, cancellationToken) is not { } locked) return new LateTaking.NotFound();
        var (track, late) = locked;
        if (late.TakenJobId is not null) return new LateTaking.Taken(IsNew: false);
        if (late.DeclinedAt is not null) return new LateTaking.Declined();
        if (await db.Jobs.AnyAsync(job => job.Id == track.JobId && job.CompletedAt == null, cancellationToken)) return new LateTaking.StillMaking();

        var jobId = await db.BearAsync(late, cancellationToken);
        if (!await db.HoldAsync(userId, jobId, late.Credits, cancellationToken))
        {
            var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.UserId == userId, cancellationToken);
            return new LateTaking.NotEnoughCredits(late.Credits, account.AvailableCredits);
        }

        await db.SettleAsync(userId, jobId, late.Credits, late.Credits, cancellationToken);
        await db.Database.ExecuteSqlAsync($"UPDATE late_results SET taken_job_id = {jobId} WHERE id = {lateId}", cancellationToken);
        await db.Database.ExecuteSqlAsync($"UPDATE tracks SET job_id = {jobId} WHERE id = {trackId}", cancellationToken);
        await db.NotifyEndedAsync(userId, jobId, JobStatus.Complete, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new LateTaking.Taken(IsNew: true);
    }

    /// <summary>Says no to a late result; its audio is removed. Declining twice is declining once.</summary>
    public static async Task<LateTaking> DeclineLateAsync(
        this SoundFoundryDb db, long userId, long trackId, long lateId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockAsync(userId, trackId, lateId, cancellationToken) is not { } locked) return new LateTaking.NotFound();
        if (locked.Late.TakenJobId is not null) return new LateTaking.Taken(IsNew: false);

        await db.Database.ExecuteSqlAsync(
            $"UPDATE late_results SET declined_at = coalesce(declined_at, now()) WHERE id = {lateId}", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET version = nextval('job_version') WHERE id = {locked.Track.JobId}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new LateTaking.Declined();
    }

    /// <summary>The track before its offer, as whoever tries a track again does: nobody waits for the other in a circle.</summary>
    private static async Task<(Track Track, LateResult Late)?> LockAsync(
        this SoundFoundryDb db, long userId, long trackId, long lateId, CancellationToken cancellationToken)
    {
        var track = await db.Tracks.FromSql(
            $"SELECT * FROM tracks WHERE id = {trackId} AND user_id = {userId} AND deleted_at IS NULL FOR UPDATE")
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        await db.Database.SqlQuery<long>($"""SELECT id AS "Value" FROM late_results WHERE id = {lateId} FOR UPDATE""").ToListAsync(cancellationToken);
        var late = await db.LateResults.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Id == lateId && l.TrackId == trackId, cancellationToken);
        return track is null || late is null ? null : (track, late);
    }

    /// <summary>It was never claimed and never started: nobody rendered for it, so it says nothing about how long renders take.</summary>
    private static async Task<long> BearAsync(this SoundFoundryDb db, LateResult late, CancellationToken cancellationToken)
    {
        var born = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO jobs (track_id, user_id, status, lane, requested_provider, requested_model, requested_fallback, models_version,
                quoted_credits, charged_credits, first_provider, provider, model, attempt, progress, cancel_requested, fence, claims,
                artifact_key, artifact_content_type, artifact_bytes, artifact_sha256, artifact_duration_s, artifact_peaks,
                artifact_musical_key, artifact_brightness, artifact_energy, completed_at)
            SELECT late.track_id, late.user_id, 'COMPLETE', jobs.lane, requested_provider, requested_model, requested_fallback, models_version,
                late.credits, late.credits, first_provider, attempts.provider, attempts.model, 1, 1, false, 0, 0,
                late.artifact_key, late.artifact_content_type, late.artifact_bytes, late.artifact_sha256, late.artifact_duration_s,
                late.artifact_peaks, late.artifact_musical_key, late.artifact_brightness, late.artifact_energy, now()
            FROM late_results AS late JOIN jobs ON jobs.id = late.job_id JOIN attempts ON attempts.id = late.attempt_id
            WHERE late.id = {late.Id}
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        return born.Single();
    }
}
