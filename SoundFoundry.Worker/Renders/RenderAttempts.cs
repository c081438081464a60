using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Worker.JobLogs;
using SoundFoundry.Worker.Leases;

namespace SoundFoundry.Worker.Renders;

/// <summary>Tries the models of a job's route in order until one delivers.</summary>
internal sealed class RenderAttempts(
    SoundFoundryDb db, RenderAttempt attempt, JobLog log, ModelCatalog catalog, IOptions<ProviderOptions> providers, RenderMetrics metrics)
{
    public async Task<RenderOutcome> RunAsync(JobLease lease)
    {
        try
        {
            return await TryAllAsync(lease);
        }
        catch (OperationCanceledException) when (lease.Ended is not null)
        {
            return lease.Ended switch
            {
                LeaseEnd.Canceled => new RenderOutcome.Canceled(),
                LeaseEnd.Stopping => new RenderOutcome.Interrupted(),
                _ => new RenderOutcome.Lost(),
            };
        }
    }

    private async Task<RenderOutcome> TryAllAsync(JobLease lease)
    {
        var jobId = lease.Claim.JobId;
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == jobId, lease.Token);
        var track = await db.Tracks.AsNoTracking().SingleAsync(t => t.Id == job.TrackId, lease.Token);
        var request = RenderRequest.Of(track);
        var route = RoutePlanner.Plan(request, job.RequestedProvider, job.RequestedModel, catalog, providers.Value);
        if (route is not ModelRoute.Through through)
            return new RenderOutcome.Failed("no_route", ((ModelRoute.Refused)route).Reason, null);

        RenderOutcome.Failed? last = null;
        for (var number = 1; number <= through.Models.Count; number++)
        {
            var model = through.Models[number - 1];
            await AnnounceAsync(track.Id, jobId, number, model.Provider, last, lease.Token);
            var outcome = await attempt.RunAsync(lease, number, model, request);
            if (outcome is not RenderOutcome.Failed failed)
            {
                if (last is not null && outcome is RenderOutcome.Done)
                    await log.InformAsync(jobId, $"Fallback successful, using {model.Provider}", model.Provider, number, CancellationToken.None);
                return outcome;
            }

            await log.WarnAsync(
                jobId, $"Provider {model.Provider} failed: {failed.Reason}, error_code={failed.Code}", model.Provider, number, lease.Token);
            if (!failed.MayFallBack) return failed;
            last = failed;
        }

        return last!;
    }

    private Task AnnounceAsync(
        long trackId, long jobId, int number, string provider, RenderOutcome.Failed? last, CancellationToken cancellationToken)
    {
        if (last is null)
            return log.InformAsync(jobId, $"Using provider: {provider}, track_id={trackId}, attempt={number}", provider, number, cancellationToken);
        metrics.FellBack(last.Provider ?? "", provider);
        return log.InformAsync(jobId, $"Falling back to {provider}, track_id={trackId}, attempt={number}", provider, number, cancellationToken);
    }
}
