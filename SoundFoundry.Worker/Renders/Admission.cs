using Microsoft.Extensions.Options;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;
using SoundFoundry.Worker.JobLogs;
using SoundFoundry.Worker.Providers.Remote;

namespace SoundFoundry.Worker.Renders;

/// <summary>Who of those that could render may be asked now: not whose breaker is open, nor who cost too much unseen today.</summary>
internal sealed class Admission(SoundFoundryDb db, Breakers breakers, IOptions<RemoteOptions> options, JobLog log)
{
    /// <returns>The first that may be asked; if none may, the first obstacle.</returns>
    public async Task<(MusicModel? Model, Failure? Obstacle)> NextAsync(
        long jobId, IReadOnlyList<MusicModel> candidates, CancellationToken cancellationToken)
    {
        Failure? first = null;
        var closed = new HashSet<string>();
        foreach (var model in candidates)
        {
            if (closed.Contains(model.Provider)) continue;
            if (await ObstacleAsync(jobId, model, cancellationToken) is not { } obstacle) return (model, null);

            first ??= obstacle.Failure;
            if (obstacle.WholeProvider) closed.Add(model.Provider);
            await log.InformAsync(jobId, $"Passing over {obstacle.What}: {obstacle.Failure.Reason}", model.Provider, null, cancellationToken);
        }

        return (null, first ?? new Failure(FailureClass.Provider, "no_model_left", "No other model can make this."));
    }

    /// <returns>How soon one of them may be asked, as far as it is known; null if what keeps them all away does not pass by itself.</returns>
    public async Task<TimeSpan?> PassesInAsync(IReadOnlyList<MusicModel> candidates, CancellationToken cancellationToken)
    {
        TimeSpan? soonest = null;
        foreach (var model in candidates)
        {
            var open = await breakers.OpenAsync([model]);
            if (open.Any(state => !FailurePolicy.Passes(state.Class)) || await IsTooCostlyAsync(model.Provider, cancellationToken)) continue;
            var wait = open.Select(state => state.RetryIn).DefaultIfEmpty(TimeSpan.Zero).Max();
            if (soonest is null || wait < soonest) soonest = wait;
        }

        return soonest;
    }

    private async Task<bool> IsTooCostlyAsync(string provider, CancellationToken cancellationToken) =>
        await db.UnknownCostTodayAsync(provider, cancellationToken) > options.Value.UnknownCostPerDayUsd * 1_000_000;

    private async Task<Obstacle?> ObstacleAsync(long jobId, MusicModel model, CancellationToken cancellationToken)
    {
        if (model.Provider == ProviderOptions.Studio) return null;
        if (await IsTooCostlyAsync(model.Provider, cancellationToken))
        {
            return new Obstacle(model.Provider, WholeProvider: true, new Failure(
                FailureClass.Account, "unknown_cost_cap",
                $"{model.Provider} may have been paid for too many lost answers today (Remote:UnknownCostPerDayUsd)."));
        }

        if (await breakers.PassAsync(model, jobId) is not { } breaker) return null;
        return new Obstacle(
            breaker.Model is null ? breaker.Provider : model.Id, breaker.Model is null,
            new Failure(breaker.Class, breaker.Code, $"{breaker.Reason} (tried again in {Math.Ceiling(breaker.RetryIn.TotalSeconds):0} s)"));
    }

    private sealed record Obstacle(string What, bool WholeProvider, Failure Failure);
}
