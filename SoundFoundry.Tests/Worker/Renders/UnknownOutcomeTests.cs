using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Renders;

/// <summary>What is done about submits whose answer was lost, after their jobs went on without them.</summary>
public sealed class UnknownOutcomeTests(SharedPostgres postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_Replicate_never_took_is_found_out_by_its_list_and_cost_nothing()
    {
        await using var providers = await StartAsync("replicate");
        await providers.Control.SetFaultAsync("replicate", "reset_before_accept");
        var (_, jobId) = await providers.Client.CreateTrackAsync();
        await providers.Client.JobReachesAsync(jobId, "COMPLETE");
        var lost = (await providers.AttemptsAsync(jobId))[0];
        (lost.Outcome, lost.ReconciledAt, lost.CostUsdMicros).ShouldBe((AttemptOutcome.Unknown, null, 200_000));

        await providers.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE attempts SET started_at = started_at - interval '1 minute' WHERE id = {lost.Id}", Cancelled));

        var settled = await ReconciledAsync(providers, jobId);
        (settled.Outcome, settled.CostUsdMicros).ShouldBe((AttemptOutcome.Failed, 0));
    }

    [Fact]
    public async Task One_that_Replicate_took_is_found_later_and_stopped_there()
    {
        await using var providers = await StartAsync("replicate");
        await providers.Control.SetPaceAsync(renderS: 600);
        var (_, jobId) = await providers.Client.CreateTrackAsync();
        await providers.Control.SubmitsUntilAsync(submits => submits.Count == 1);
        await providers.Stack.StopWorkersAsync();
        await providers.Stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE attempts SET outcome = 'UNKNOWN', request_id = NULL, handle = NULL, ended_at = now() WHERE job_id = {jobId}", Cancelled));
        using var canceled = await providers.Client.PostAsync($"/api/jobs/{jobId}/cancel", null, Cancelled);
        providers.Stack.StartWorker();

        var settled = await ReconciledAsync(providers, jobId);

        (settled.Outcome, settled.CostUsdMicros).ShouldBe((AttemptOutcome.Failed, 200_000)); // what ran until then may be billed
        settled.RequestId.ShouldNotBeNull();
        (await providers.Control.CountsAsync())[SoundFoundry.Simulator.Provider.Replicate].Values.Sum(counts => counts.Canceled).ShouldBe(1);
    }

    [Fact]
    public async Task What_they_may_have_cost_in_a_day_is_capped()
    {
        await using var providers = await StartAsync("fal", ("Remote:UnknownCostPerDayUsd", "0.3"), ("Breakers:Failures", "100"));
        await providers.Control.SetFaultAsync("fal", "server_error");
        for (var i = 0; i < 2; i++)
        {
            var (_, lost) = await providers.Client.CreateTrackAsync($"lost {i}");
            (await providers.Client.JobReachesAsync(lost, "COMPLETE", "FAILED")).GetProperty("provider").GetString().ShouldBe("replicate");
        }

        var (_, jobId) = await providers.Client.CreateTrackAsync("not at fal any more today");
        await providers.Client.JobReachesAsync(jobId, "COMPLETE");

        (await providers.AttemptsAsync(jobId)).ShouldHaveSingleItem().Provider.ShouldBe("replicate");
        (await providers.LogAsync(jobId))[0].ShouldContain("Passing over fal: fal may have been paid for too many lost answers today");
        (await providers.Control.SubmitsAsync()).Count(submit => submit.Provider == SoundFoundry.Simulator.Provider.Fal).ShouldBe(2);
    }

    [Fact]
    public async Task A_cheaper_stand_in_costs_its_own_price()
    {
        await using var providers = await StartAsync("fal", ("Providers:StudioFallback", "true"));
        await providers.Control.SetFaultAsync("fal", "locked");
        await providers.Control.SetFaultAsync("replicate", "no_credit");
        var (_, jobId) = await providers.Client.CreateTrackAsync();

        var job = await providers.Client.JobReachesAsync(jobId, "COMPLETE", "FAILED");

        job.GetProperty("provider").GetString().ShouldBe("studio");
        job.GetProperty("charged").GetInt32().ShouldBe(1);
    }

    private async Task<SimulatedProviders> StartAsync(string first, params (string Key, string Value)[] settings)
    {
        var providers = new SimulatedProviders(postgres, first, settings);
        await providers.InitializeAsync();
        return providers;
    }

    private static async Task<Attempt> ReconciledAsync(SimulatedProviders providers, long jobId)
    {
        Attempt? attempt = null;
        await providers.Client.UntilAsync($"/api/jobs/{jobId}", _ =>
            (attempt = providers.AttemptsAsync(jobId).GetAwaiter().GetResult().FirstOrDefault())?.ReconciledAt is not null);
        return attempt!;
    }
}
