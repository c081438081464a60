using System.Diagnostics;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Telemetry;
using SoundFoundry.Worker.Leases;
using SoundFoundry.Worker.Providers;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Worker.Renders;

/// <summary>One attempt at one model: written down before the provider hears of it, rendered, and delivered.</summary>
internal sealed class RenderAttempt(
    SoundFoundryDb db, IEnumerable<IMusicProvider> providers, Delivery delivery, RenderMetrics metrics, Hints hints,
    IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<RenderOutcome> RunAsync(JobLease lease, int number, MusicModel model, RenderRequest request)
    {
        var claim = lease.Claim;
        using var activity = Source.StartActivity(Spans.Render, ActivityKind.Client);
        activity?.SetTag(Tags.Provider, model.Provider).SetTag(Tags.Model, model.Name).SetTag(Tags.Attempt, number);
        if (await db.BeginAttemptAsync(claim, number, model.Provider, model.Name, lease.Token) is not { } attemptId)
            return new RenderOutcome.Lost();
        hints.JobChanged(claim.UserId, claim.JobId);

        using var workspace = new Workspace();
        var begun = clock.GetTimestamp();
        try
        {
            var result = await RenderAsync(lease, model, request, workspace.Path);
            metrics.Rendered(clock.GetElapsedTime(begun), model.Provider, model.Name, result.GetType().Name);
            return result switch
            {
                ProviderResult.Rendered rendered => await DeliverAsync(lease, number, attemptId, model, request, workspace.Path, rendered),
                ProviderResult.Failed failed => await FailAsync(attemptId, model, failed),
                _ => throw new InvalidOperationException($"No such result: {result}."),
            };
        }
        catch (AudioStoreException exception)
        {
            return await FailAsync(attemptId, model, new ProviderResult.Failed("store_unavailable", exception.Message, MayFallBack: false));
        }
        catch (IOException exception)
        {
            // This machine lacks disk space or a program: no fault of the provider, and none would fare better here.
            return await FailAsync(attemptId, model, new ProviderResult.Failed("worker_io", exception.Message, MayFallBack: false));
        }
        catch (OperationCanceledException)
        {
            await db.EndAttemptAsync(attemptId, AttemptOutcome.Abandoned, null, null, null, CancellationToken.None);
            throw;
        }
    }

    private async Task<ProviderResult> RenderAsync(JobLease lease, MusicModel model, RenderRequest request, string path)
    {
        var provider = providers.Single(p => p.Name == model.Provider);
        await using var progress = new ProgressPump(scopes, hints, clock, lease.Claim, "rendering", lease.Token);
        return await provider.RenderAsync(model, request, path, progress, lease.Token);
    }

    private async Task<RenderOutcome> DeliverAsync(
        JobLease lease, int number, long attemptId, MusicModel model, RenderRequest request, string path, ProviderResult.Rendered rendered)
    {
        var objection = await delivery.DeliverAsync(lease, number, model, request, path, rendered.Extension);
        if (objection is not null)
            return await FailAsync(attemptId, model, new ProviderResult.Failed("bad_artifact", objection, MayFallBack: true));

        await db.EndAttemptAsync(attemptId, AttemptOutcome.Succeeded, null, null, rendered.CostUsdMicros, CancellationToken.None);
        return new RenderOutcome.Done(model.Provider);
    }

    private async Task<RenderOutcome> FailAsync(long attemptId, MusicModel model, ProviderResult.Failed failed)
    {
        await db.EndAttemptAsync(attemptId, AttemptOutcome.Failed, failed.Code, failed.Reason, null, CancellationToken.None);
        return new RenderOutcome.Failed(failed.Code, failed.Reason, model.Provider, failed.MayFallBack);
    }
}
