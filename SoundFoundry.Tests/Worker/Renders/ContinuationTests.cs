using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Simulator.Submits;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Renders;

/// <summary>What a provider already has is continued by whoever holds the job, and never ordered again.</summary>
public sealed class ContinuationTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly SimulatedProviders _providers = new(
        postgres, "replicate", ("Remote:RateLimitPatience", "00:00:30"), ("Worker:StopGrace", "00:00:00"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _providers.InitializeAsync();

    public ValueTask DisposeAsync() => _providers.DisposeAsync();

    [Fact]
    public async Task A_worker_that_stops_leaves_the_render_to_the_next_one()
    {
        await _providers.Control.SetPaceAsync(renderS: 3);
        var (_, jobId) = await _providers.Client.CreateTrackAsync();
        await AttemptBecomesAsync(jobId, AttemptOutcome.Accepted);

        await _providers.Stack.StopWorkersAsync();
        _providers.Stack.StartWorker();

        await ShouldCompleteByOneSubmitAsync(jobId);
    }

    [Fact]
    public async Task A_worker_that_loses_its_claim_leaves_the_render_to_the_one_that_takes_it()
    {
        await _providers.Control.SetPaceAsync(renderS: 3);
        var (_, jobId) = await _providers.Client.CreateTrackAsync();
        await AttemptBecomesAsync(jobId, AttemptOutcome.Accepted);

        await TakeClaimAwayAsync(jobId);

        await ShouldCompleteByOneSubmitAsync(jobId);
        (await _providers.LogAsync(jobId)).ShouldContain(line => line.Contains("Resuming at replicate"));
    }

    [Fact]
    public async Task A_claim_lost_while_the_submit_is_on_its_way_costs_no_second_submit()
    {
        await _providers.Control.SetFaultAsync("replicate", "slow_first_byte", delayS: 0.8);
        var (_, jobId) = await _providers.Client.CreateTrackAsync();
        await _providers.Control.SubmitsUntilAsync(submits => submits.Count == 1);

        await TakeClaimAwayAsync(jobId);

        await ShouldCompleteByOneSubmitAsync(jobId);
    }

    [Fact]
    public async Task A_cancel_reaches_the_provider_and_gives_the_credits_back()
    {
        await _providers.Control.SetPaceAsync(renderS: 30);
        var (_, jobId) = await _providers.Client.CreateTrackAsync();
        await AttemptBecomesAsync(jobId, AttemptOutcome.Accepted);

        using var answer = await _providers.Client.PostAsync($"/api/jobs/{jobId}/cancel", null, Cancelled);

        var job = await _providers.Client.JobReachesAsync(jobId, "CANCELED", "COMPLETE");
        job.GetProperty("status").GetString().ShouldBe("CANCELED");
        job.GetProperty("charged").GetInt32().ShouldBe(0);
        (await _providers.Control.CountsAsync()).Values.SelectMany(models => models.Values).Sum(counts => counts.Canceled).ShouldBe(1);
        (await AttemptBecomesAsync(jobId, AttemptOutcome.Failed)).ReconciledAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_submit_that_was_refused_is_not_taken_for_a_lost_one_when_its_worker_stops()
    {
        await _providers.Control.SetFaultAsync("replicate", "rate_limited", times: 1, retryAfterS: 20);
        var (_, jobId) = await _providers.Client.CreateTrackAsync();
        await _providers.Client.UntilAsync($"/api/jobs/{jobId}/logs", log => log.ToString().Contains("asks to wait"));

        await _providers.Stack.StopWorkersAsync();
        _providers.Stack.StartWorker();

        await _providers.Client.JobReachesAsync(jobId, "COMPLETE");
        var attempts = await _providers.AttemptsAsync(jobId);
        attempts.Select(a => (a.Provider, a.Outcome)).ShouldBe(
            [("replicate", AttemptOutcome.Abandoned), ("replicate", AttemptOutcome.Succeeded)]);
    }

    [Fact]
    public async Task What_a_provider_finished_while_no_worker_was_there_is_fetched_even_after_the_deadline()
    {
        await _providers.Control.SetPaceAsync(renderS: 20);
        var (_, jobId) = await _providers.Client.CreateTrackAsync();
        await AttemptBecomesAsync(jobId, AttemptOutcome.Accepted);
        await _providers.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET fence = fence + 1, lease_until = now() + interval '1 hour' WHERE id = {jobId} AND status = 'RENDERING'", Cancelled));
        await _providers.Control.AdvanceClockAsync(TimeSpan.FromSeconds(30));

        await _providers.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET lease_until = now() - interval '1 second', deadline_at = now() - interval '1 second' WHERE id = {jobId}", Cancelled));

        await ShouldCompleteByOneSubmitAsync(jobId);
    }

    private Task TakeClaimAwayAsync(long jobId) => _providers.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
        $"UPDATE jobs SET fence = fence + 1, lease_until = now() - interval '1 second' WHERE id = {jobId} AND status = 'RENDERING'", Cancelled));

    private async Task<Attempt> AttemptBecomesAsync(long jobId, AttemptOutcome outcome)
    {
        Attempt? attempt = null;
        await _providers.Client.UntilAsync($"/api/jobs/{jobId}", _ =>
            (attempt = _providers.AttemptsAsync(jobId).GetAwaiter().GetResult().SingleOrDefault())?.Outcome == outcome);
        return attempt!;
    }

    private async Task ShouldCompleteByOneSubmitAsync(long jobId)
    {
        var job = await _providers.Client.JobReachesAsync(jobId, "COMPLETE", "FAILED");
        job.GetProperty("status").GetString().ShouldBe("COMPLETE", job.ToString());
        (await _providers.Control.SubmitsAsync()).ShouldHaveSingleItem().Outcome.ShouldBe(SubmitOutcome.Accepted);
        (await _providers.AttemptsAsync(jobId)).ShouldHaveSingleItem().Outcome.ShouldBe(AttemptOutcome.Succeeded);
    }
}
