using System.Diagnostics;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Worker.Leases;
using SoundFoundry.Worker.Providers;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Worker.Renders;

/// <summary>One attempt at one model: written down before the provider hears of it, rendered, and delivered.</summary>
internal sealed class RenderAttempt(
    SoundFoundryDb db, IEnumerable<IMusicProvider> providers, Delivery delivery, Breakers breakers, RenderMetrics metrics, Hints hints,
    IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<RenderOutcome> BeginAsync(JobLease lease, int number, MusicModel model, RenderRequest request)
    {
        var attempt = await db.BeginAttemptAsync(lease.Claim, number, model, request.DurationSeconds, lease.Token);
        if (attempt is null)
        {
            await breakers.ReleaseAsync(model, lease.Claim.JobId);
            return new RenderOutcome.Lost();
        }

        hints.JobChanged(lease.Claim.UserId, lease.Claim.JobId);
        return await ContinueAsync(lease, attempt, model, request);
    }

    /// <summary>Goes on with an attempt that this or another worker began.</summary>
    public async Task<RenderOutcome> ContinueAsync(JobLease lease, Attempt attempt, MusicModel model, RenderRequest request)
    {
        using var activity = Source.StartActivity(Spans.Render, ActivityKind.Client);
        activity?.SetTag(Tags.Provider, model.Provider).SetTag(Tags.Model, model.Name).SetTag(Tags.Attempt, attempt.Number);
        using var workspace = new Workspace();
        var begun = clock.GetTimestamp();
        try
        {
            var result = await RenderAsync(lease, attempt, model, request, workspace.Path);
            metrics.Rendered(clock.GetElapsedTime(begun), model.Provider, model.Name, result.GetType().Name);
            return result switch
            {
                ProviderResult.Rendered => await DeliverAsync(lease, attempt, model, request, workspace.Path),
                ProviderResult.Failed failed => await FailAsync(lease, attempt, model, failed.Failure),
                _ => new RenderOutcome.Lost(),
            };
        }
        catch (AudioStoreException exception)
        {
            return await FailAsync(lease, attempt, model, new Failure(FailureClass.Local, "store_unavailable", exception.Message));
        }
        catch (IOException exception)
        {
            // This machine lacks disk space or a program: no fault of the provider, and none would fare better here.
            return await FailAsync(lease, attempt, model, new Failure(FailureClass.Local, "worker_io", exception.Message));
        }
        catch (OperationCanceledException)
        {
            // What a provider has is left open, for the worker that continues it; what none has heard of is over.
            await db.AbandonUnsentAsync(attempt.Id, CancellationToken.None);
            await breakers.ReleaseAsync(model, attempt.JobId);
            throw;
        }
    }

    private async Task<ProviderResult> RenderAsync(JobLease lease, Attempt attempt, MusicModel model, RenderRequest request, string path)
    {
        await using var progress = new ProgressPump(scopes, hints, clock, lease.Claim, lease.Token);
        return await providers.Single(provider => provider.Makes(model))
            .RenderAsync(new RenderTask(lease, attempt, model, request, path, progress), lease.Token);
    }

    private async Task<RenderOutcome> DeliverAsync(JobLease lease, Attempt attempt, MusicModel model, RenderRequest request, string path)
    {
        var objection = await delivery.DeliverAsync(lease, attempt, model, request, path);
        if (objection is not null) return await FailAsync(lease, attempt, model, new Failure(FailureClass.Artifact, "bad_artifact", objection));

        await breakers.SucceededAsync(model);
        return new RenderOutcome.Done(model.Provider);
    }

    private async Task<RenderOutcome> FailAsync(JobLease lease, Attempt attempt, MusicModel model, Failure failure)
    {
        var outcome = failure.Class == FailureClass.Unknown ? AttemptOutcome.Unknown : AttemptOutcome.Failed;
        await db.EndAttemptAsync(lease.Claim, attempt.Id, outcome, failure, CancellationToken.None);
        // A lost answer was counted when it was lost, and work that is denied says nothing about the next.
        if (failure.Class != FailureClass.Unknown) await breakers.FailedAsync(model, failure);
        await breakers.ReleaseAsync(model, attempt.JobId);
        return new RenderOutcome.Failed(failure, model.Provider);
    }
}
