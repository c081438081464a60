using System.Net;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Renders;

public sealed class OutageTests(SharedPostgres postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_Redis_a_request_is_accepted_and_runs_when_Redis_is_back()
    {
        await using var stack = new RunningStack(postgres);
        await stack.InitializeAsync();
        await stack.Redis.StopAsync();

        var (_, jobId) = await stack.Client.CreateTrackAsync();
        var health = await stack.Client.UntilAsync("/api/health", answer => answer.GetProperty("status").GetString() == "degraded");

        health.GetProperty("parts").GetProperty("redis").GetString().ShouldBe("degraded");
        (await stack.Client.GetAsJsonAsync($"/api/jobs/{jobId}")).GetProperty("status").GetString().ShouldBe("QUEUED");
        await stack.Redis.StartAgainAsync(Cancelled);
        await stack.Client.JobReachesAsync(jobId, "COMPLETE");
    }

    [Fact]
    public async Task A_flushed_Redis_loses_no_job()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        var jobs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => stack.Client.CreateTrackAsync()));
        stack.StartWorker();
        await stack.Redis.KillAsync();
        await stack.Redis.StartAgainAsync(Cancelled);

        foreach (var (_, jobId) in jobs) await stack.Client.JobReachesAsync(jobId, "COMPLETE");
    }

    [Fact]
    public async Task Without_PostgreSQL_every_call_says_503_and_when_to_come_back_and_later_all_is_well_again()
    {
        await using var server = await PostgresServer.StartAsync(Cancelled);
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled, await server.CreateDatabaseAsync(Cancelled));
        stack.StartWorker();
        await server.KillAsync();

        using var post = await stack.Client.PostTrackAsync(new { prompt = "x", duration_s = 5 });
        using var get = await stack.Client.GetAsync("/api/tracks", Cancelled);
        using var health = await stack.Client.GetAsync("/api/health", Cancelled);

        foreach (var response in (HttpResponseMessage[])[post, get, health]) response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        post.Headers.RetryAfter.ShouldNotBeNull();
        (await post.ReadAsync()).GetProperty("code").GetString().ShouldBe("database_unavailable");
        await server.StartAgainAsync(Cancelled);
        await stack.Client.UntilAsync("/api/health/providers", _ => true);
        var (_, jobId) = await RetryAsync(() => stack.Client.CreateTrackAsync());
        await stack.Client.JobReachesAsync(jobId, "COMPLETE");
    }

    [Fact]
    public async Task A_worker_stops_in_peace_while_PostgreSQL_is_away()
    {
        await using var server = await PostgresServer.StartAsync(Cancelled);
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled, await server.CreateDatabaseAsync(Cancelled));
        var worker = stack.StartWorker();
        await stack.Client.UntilAsync("/api/health", health => health.GetProperty("parts").GetProperty("workers").GetString() == "ok");
        await server.KillAsync();

        await Should.NotThrowAsync(async () => await worker.DisposeAsync());
    }

    [Fact]
    public async Task A_stopped_worker_hands_its_job_back_and_another_makes_it()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        stack.StartWorker(("Worker:StopGrace", "00:00:00"));
        var (_, jobId) = await stack.Client.CreateTrackAsync("a long one", 90);
        await stack.Client.UntilAsync($"/api/jobs/{jobId}", job => job.GetProperty("progress").GetDouble() > 0);

        await stack.StopWorkersAsync();

        (await stack.Client.GetAsJsonAsync($"/api/jobs/{jobId}")).GetProperty("status").GetString().ShouldBe("QUEUED");
        stack.StartWorker();
        await stack.Client.JobReachesAsync(jobId, "COMPLETE");
    }

    [Fact]
    public async Task A_store_that_fails_for_a_moment_does_not_cost_the_render()
    {
        await using var stack = new RunningStack(postgres);
        await stack.InitializeAsync();
        var inTheWay = Path.Combine(stack.AudioFolder, "users");
        await File.WriteAllTextAsync(inTheWay, "a file where the folder should be", Cancelled);
        var (_, jobId) = await stack.Client.CreateTrackAsync();
        await stack.Client.UntilAsync(
            $"/api/jobs/{jobId}/logs", log => log.EnumerateArray().Any(line => line.GetProperty("message").GetString()!.Contains("Trying again")));

        File.Delete(inTheWay);

        await stack.Client.JobReachesAsync(jobId, "COMPLETE");
    }

    private static async Task<T> RetryAsync<T>(Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (ShouldAssertException) when (attempt < 20)
            {
                // A pooled connection that died with the server may still be handed out once.
            }
        }
    }
}
