using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Tracks;

/// <summary>Tries a track again: a new job on the same track; the old one stays as it ended.</summary>
internal sealed class TrackRetry(SoundFoundryDb db, JobPlacement placement, ModelCatalog catalog, IOptions<ProviderOptions> providers)
{
    public async Task<Creation> RetryAsync(long userId, long jobId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var track = await db.Tracks.FromSql($"SELECT * FROM tracks WHERE job_id = {jobId} AND deleted_at IS NULL FOR UPDATE")
            .SingleOrDefaultAsync(cancellationToken);
        var last = await db.Jobs.AsNoTracking().SingleAsync(job => job.Id == jobId, cancellationToken);
        if (track is null || last.Status is not (JobStatus.Failed or JobStatus.Canceled)) return new Creation.TooLate();
        if (last.Status == JobStatus.Failed && await IsStillOpenAsync(jobId, cancellationToken)) return new Creation.StillOpen();
        if (await db.IsDrainingAsync(cancellationToken)) return new Creation.Draining();

        var pin = new RoutePin(last.RequestedProvider, last.RequestedModel, last.RequestedFallback);
        var route = RoutePlanner.Plan(RenderRequest.Of(track), pin, catalog, providers.Value);
        if (route is not ModelRoute.Through through)
        {
            var refused = (ModelRoute.Refused)route;
            return new Creation.Refused(refused.Field, refused.Reason);
        }

        var creation = await placement.PlaceAsync([track], through, pin, cancellationToken);
        if (creation is not Creation.Accepted { Tracks: var created }) return creation;

        await transaction.CommitAsync(cancellationToken);
        placement.Announce(userId, created);
        return creation;
    }

    private Task<bool> IsStillOpenAsync(long jobId, CancellationToken cancellationToken) => db.Attempts.AnyAsync(
        attempt => attempt.JobId == jobId && attempt.Outcome == AttemptOutcome.Abandoned && attempt.RequestId != null && attempt.ReconciledAt == null,
        cancellationToken);
}
