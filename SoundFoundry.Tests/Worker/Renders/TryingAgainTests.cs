using System.Text.Json;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;
using Provider = SoundFoundry.Simulator.Provider;

namespace SoundFoundry.Tests.Worker.Renders;

/// <summary>What is tried again later when nobody can render a job, and what never is.</summary>
public sealed class TryingAgainTests(TryingAgainTests.Impatient providers) : IClassFixture<TryingAgainTests.Impatient>
{
    private const int Retries = 2;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_both_providers_failed_for_a_moment_the_job_is_made_a_little_later_and_charged_once()
    {
        await providers.BeginAfreshAsync();
        var before = await CreditsAsync();
        await providers.Control.SetFaultAsync("fal", "render_fails", 1);
        await providers.Control.SetFaultAsync("replicate", "render_fails", 1);

        var (trackId, jobId) = await providers.Client.CreateTrackAsync("a moment later");
        var job = await EndAsync(jobId);

        job.GetProperty("status").GetString().ShouldBe("COMPLETE", job.ToString());
        job.GetProperty("retries").GetInt32().ShouldBe(1);
        (before - await CreditsAsync()).ShouldBe(job.GetProperty("charged").GetInt64());
        (await providers.AttemptsAsync(jobId)).Select(a => (a.Number, a.Provider, a.Outcome)).ShouldBe(
        [
            (1, "fal", AttemptOutcome.Failed), (2, "replicate", AttemptOutcome.Failed), (3, "fal", AttemptOutcome.Succeeded),
        ]);
        var log = await providers.LogAsync(jobId);
        log.ShouldContain(line => line.StartsWith($"Job {jobId}: Trying again in 1 s (1 of {Retries}): ", StringComparison.Ordinal));
        log.ShouldContain($"Job {jobId}: Using provider: fal, track_id={trackId}, attempt=3");
        log.ShouldNotContain(line => line.Contains("Fallback successful"));
    }

    [Fact]
    public async Task It_fails_with_the_reason_when_the_trouble_does_not_pass()
    {
        await providers.BeginAfreshAsync();
        var before = await CreditsAsync();
        await providers.Control.SetFaultAsync("fal", "render_fails");
        await providers.Control.SetFaultAsync("replicate", "render_fails");

        var (_, jobId) = await providers.Client.CreateTrackAsync("never");
        var job = await EndAsync(jobId);

        job.GetProperty("status").GetString().ShouldBe("FAILED");
        job.GetProperty("retries").GetInt32().ShouldBe(Retries);
        job.GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        job.GetProperty("charged").GetInt32().ShouldBe(0);
        (await CreditsAsync()).ShouldBe(before);
        (await SubmitsAsync(Provider.Fal)).ShouldBe(Retries + 1);
    }

    [Theory]
    [InlineData("reset_after_accept")]
    [InlineData("never_finishes")]
    [InlineData("silent_audio")]
    public async Task Where_the_work_may_be_under_way_or_paid_it_is_never_submitted_a_second_time(string fault)
    {
        await providers.BeginAfreshAsync();
        await providers.Control.SetFaultAsync("fal", fault);
        await providers.Control.SetFaultAsync("replicate", "render_fails", 2);

        var (_, jobId) = await providers.Client.CreateTrackAsync($"once: {fault}");
        var job = await EndAsync(jobId);

        (job.GetProperty("status").GetString(), job.GetProperty("provider").GetString()).ShouldBe(("COMPLETE", "replicate"));
        (await SubmitsAsync(Provider.Fal)).ShouldBe(1);
        (await SubmitsAsync(Provider.Replicate)).ShouldBe(3);
    }

    [Fact]
    public async Task A_wait_is_as_long_as_providers_ask_outlives_the_worker_and_ends_with_a_cancel()
    {
        await providers.BeginAfreshAsync();
        var before = await CreditsAsync();
        await providers.Control.SetFaultAsync("fal", "rate_limited", retryAfterS: 300);
        await providers.Control.SetFaultAsync("replicate", "rate_limited", retryAfterS: 60);
        var (_, jobId) = await providers.Client.CreateTrackAsync("much asked for");

        var job = await providers.Client.UntilAsync($"/api/jobs/{jobId}", j => j.GetProperty("retries").GetInt32() == 1);

        job.GetProperty("status").GetString().ShouldBe("QUEUED");
        job.GetProperty("error_code").GetString().ShouldBe("429");
        (job.GetProperty("retry_at").GetDateTimeOffset() - TimeProvider.System.GetUtcNow()).TotalSeconds.ShouldBeInRange(250, 310);
        await providers.Stack.StopWorkersAsync();
        providers.Stack.StartWorker();
        (await providers.Client.GetAsJsonAsync($"/api/jobs/{jobId}")).GetProperty("retry_at").GetDateTimeOffset()
            .ShouldBe(job.GetProperty("retry_at").GetDateTimeOffset());
        using var canceled = await providers.Client.PostAsync($"/api/jobs/{jobId}/cancel", null, Cancelled);
        (await canceled.ReadAsync()).GetProperty("status").GetString().ShouldBe("CANCELED");
        (await CreditsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_account_that_is_refused_is_no_reason_to_wait_but_a_busy_provider_beside_it_is()
    {
        await providers.BeginAfreshAsync();
        await providers.Control.SetFaultAsync("fal", "locked");
        await providers.Control.SetFaultAsync("replicate", "render_fails", 1);

        var (_, jobId) = await providers.Client.CreateTrackAsync("beside a lock");
        var job = await EndAsync(jobId);

        job.GetProperty("status").GetString().ShouldBe("COMPLETE");
        (await providers.AttemptsAsync(jobId)).Select(a => a.Provider).ShouldBe(["fal", "replicate", "replicate"]);
    }

    [Theory]
    [InlineData("invalid_input")]
    [InlineData("content_policy")]
    public async Task What_the_provider_refused_for_what_it_is_is_not_tried_again(string fault)
    {
        await providers.BeginAfreshAsync();
        await providers.Control.SetFaultAsync("fal", fault);

        var (_, jobId) = await providers.Client.CreateTrackAsync($"refused: {fault}");
        var job = await EndAsync(jobId);

        (job.GetProperty("status").GetString(), job.GetProperty("retries").GetInt32()).ShouldBe(("FAILED", 0));
    }

    private Task<JsonElement> EndAsync(long jobId) => providers.Client.JobReachesAsync(jobId, "COMPLETE", "FAILED", "CANCELED");

    private async Task<int> SubmitsAsync(Provider provider) =>
        (await providers.Control.SubmitsAsync()).Count(submit => submit.Provider == provider);

    private async Task<long> CreditsAsync() =>
        await providers.Stack.WithDbAsync(db => Task.FromResult(db.Accounts.Single().AvailableCredits));

    public sealed class Impatient(SharedPostgres postgres) : SimulatedProviders(
        postgres, "fal", ("Worker:Retries", $"{Retries}"), ("Worker:RetryDelay", "00:00:01"), ("Breakers:Failures", "100"));
}
