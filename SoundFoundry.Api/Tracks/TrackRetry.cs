using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Outbox;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Telemetry;

namespace SoundFoundry.Api.Tracks;

/// <summary>Tries a track again: a new job on the same track; the old one stays as it ended.</summary>
internal sealed class TrackRetry(
    SoundFoundryDb db, ModelCatalog catalog, IOptions<ProviderOptions> providers, Hints hints, RenderMetrics metrics)
{
    /// <returns>Null if the job is not the track's last one, or has not failed or been canceled.</returns>
    public async Task<Creation?> RetryAsync(long userId, long jobId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var track = await db.Tracks.FromSql($"SELECT * FROM tracks WHERE job_id = {jobId} AND deleted_at IS NULL FOR UPDATE")
            .SingleOrDefaultAsync(cancellationToken);
        var last = await db.Jobs.AsNoTracking().SingleAsync(job => job.Id == jobId, cancellationToken);
        if (track is null || last.Status is not (JobStatus.Failed or JobStatus.Canceled)) return null;

        var planned = RoutePlanner.Plan(RenderRequest.Of(track), last.RequestedProvider, last.RequestedModel, catalog, providers.Value);
        if (planned is ModelRoute.Refused refused) return new Creation.Refused(refused.Field, refused.Reason);
        var route = (ModelRoute.Through)planned;
        var job = new Job
        {
            TrackId = track.Id,
            UserId = userId,
            Lane = route.Lane,
            RequestedProvider = last.RequestedProvider,
            RequestedModel = last.RequestedModel,
            ModelsVersion = catalog.Version,
            QuotedCredits = route.Quote(track.DurationSeconds),
            TraceParent = Activity.Current?.Id,
        };
        db.Jobs.Add(job);
        await db.SaveChangesAsync(cancellationToken);
        track.JobId = job.Id;
        db.Outbox.Add(new OutboxMessage { JobId = job.Id, UserId = userId, Lane = job.Lane });
        await db.SaveChangesAsync(cancellationToken);
        if (!await db.HoldAsync(userId, job.Id, job.QuotedCredits, cancellationToken))
        {
            await transaction.RollbackAsync(cancellationToken);
            var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.UserId == userId, cancellationToken);
            return new Creation.NotEnoughCredits(job.QuotedCredits, account.AvailableCredits);
        }

        await transaction.CommitAsync(cancellationToken);
        metrics.Accepted(1);
        hints.WorkWaiting();
        hints.JobChanged(userId, job.Id);
        return new Creation.Accepted(new TrackCreated(
            track.Id, job.Id, JobStatus.Queued.Name(), job.QuotedCredits, [new TrackAndJob(track.Id, job.Id)]));
    }
}
