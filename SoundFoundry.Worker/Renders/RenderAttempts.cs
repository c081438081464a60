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

/// <summary>Tries the models of a job's route until one delivers, going on from what was tried before this claim.</summary>
internal sealed class RenderAttempts(
    SoundFoundryDb db, RenderAttempt attempt, Admission admission, JobLog log, ModelCatalog catalog, IOptions<ProviderOptions> providers,
    RetryChoice retries, RenderMetrics metrics)
{
    private static readonly Failure NoRoute = new(FailureClass.Input, "no_route", "No model for this is available here any more.");
    private static readonly Failure Overdue = new(FailureClass.TimedOut, "deadline", "The job did not end in time.");

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
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == lease.Claim.JobId, lease.Token);
        if (job.CancelRequested) return new RenderOutcome.Canceled(); // asked between the claim and the moment when hints reach its lease
        var request = RenderRequest.Of(await db.Tracks.AsNoTracking().SingleAsync(t => t.Id == job.TrackId, lease.Token));
        var history = await AttemptHistory.ReadAsync(db, job.Id, job.RetryFence, lease.Token);
        var pin = new RoutePin(job.RequestedProvider, job.RequestedModel, job.RequestedFallback);
        var route = RoutePlanner.Plan(request, pin, catalog, providers.Value) as ModelRoute.Through;
        var outcome = history.Open is { } open ? await ResumeAsync(lease, open, request, history) : null;
        outcome ??= route is null ? history.FailedOr(NoRoute) : await TryAsync(lease, job, route, request, history);
        return outcome is RenderOutcome.Failed { Failure: var failure }
            ? await retries.DecideAsync(job, lease.Claim, route, history, failure, lease.Token)
            : outcome;
    }

    private async Task<RenderOutcome> TryAsync(
        JobLease lease, Job job, ModelRoute.Through route, RenderRequest request, AttemptHistory history)
    {
        while (true)
        {
            if (lease.Claim.Overdue || await db.IsOverdueAsync(job.Id, lease.Token)) return history.FailedOr(Overdue);
            var admitted = await admission.NextAsync(job.Id, route.Remaining(history.Tried), lease.Token);
            if (admitted.Model is not { } model) return history.FailedOr(admitted.Obstacle!);

            var number = history.NextNumber;
            await AnnounceAsync(job, number, model, request, history, lease.Token);
            var outcome = await attempt.BeginAsync(lease, number, model, request);
            if (await JudgeAsync(job.Id, number, model, outcome, history, lease.Token)) return outcome;
        }
    }

    /// <returns>How the job ended; null if other models may be tried.</returns>
    private async Task<RenderOutcome?> ResumeAsync(JobLease lease, Attempt open, RenderRequest request, AttemptHistory history)
    {
        if (catalog.Find(open.Provider, open.Model) is not { } model)
        {
            var removed = new Failure(
                FailureClass.Unknown, "model_removed", $"{open.Provider}/{open.Model} is no longer in the model table.");
            await db.EndAttemptAsync(lease.Claim, open.Id, AttemptOutcome.Unknown, removed, lease.Token);
            history.Add(open.Number, open.Provider, open.Model, removed);
            return null;
        }

        await log.InformAsync(
            open.JobId, $"Resuming at {open.Provider}, track_id={lease.Claim.TrackId}, attempt={open.Number}", open.Provider, open.Number,
            lease.Token);
        var outcome = await attempt.ContinueAsync(lease, open, model, request);
        return await JudgeAsync(open.JobId, open.Number, model, outcome, history, lease.Token) ? outcome : null;
    }

    /// <returns>Whether this is how the job ends.</returns>
    private async Task<bool> JudgeAsync(
        long jobId, int number, MusicModel model, RenderOutcome outcome, AttemptHistory history, CancellationToken cancellationToken)
    {
        if (outcome is not RenderOutcome.Failed { Failure: var failure }) return true;

        await log.WarnAsync(
            jobId, $"Provider {model.Provider} failed: {failure.Reason}, error_code={failure.Code}", model.Provider, number,
            cancellationToken);
        history.Add(number, model.Provider, model.Name, failure);
        return !FailurePolicy.For(failure.Class).FallsBack;
    }

    private async Task AnnounceAsync(
        Job job, int number, MusicModel model, RenderRequest request, AttemptHistory history, CancellationToken cancellationToken)
    {
        var verb = history.Last is null ? "Using provider:" : "Falling back to";
        if (history.LastProvider is { } last) metrics.FellBack(last, model.Provider);
        await log.InformAsync(
            job.Id, $"{verb} {model.Provider}, track_id={job.TrackId}, attempt={number}", model.Provider, number, cancellationToken);
        if (!string.IsNullOrWhiteSpace(request.NegativePrompt) && !model.TakesNegativePrompt)
            await log.InformAsync(job.Id, $"{model.Id} takes no negative prompt; it is left out", model.Provider, number, cancellationToken);
    }
}
