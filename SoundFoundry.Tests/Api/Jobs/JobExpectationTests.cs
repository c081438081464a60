using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Jobs;

/// <summary>What a waiting job is told about its turn and its time.</summary>
public sealed class JobExpectationTests(SharedPostgres postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_place_in_the_queue_is_the_one_in_which_the_relay_serves_users()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        var jobs = new List<long>();
        for (var i = 0; i < 4; i++) jobs.Add((await stack.Client.CreateTrackAsync($"number {i}")).JobId);
        await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO users (id, name) VALUES (900, 'other');
            UPDATE jobs SET user_id = 900 WHERE id < {jobs[2]};
            UPDATE outbox SET user_id = 900 WHERE job_id < {jobs[2]}
            """, Cancelled));

        var first = await stack.Client.UntilAsync($"/api/jobs/{jobs[2]}", job => job.GetProperty("queue_position").GetInt32() == 2);
        var second = await stack.Client.GetAsJsonAsync($"/api/jobs/{jobs[3]}");

        (first.GetProperty("queue_position").GetInt32(), second.GetProperty("queue_position").GetInt32()).ShouldBe((2, 4));
    }

    [Fact]
    public async Task With_too_few_renders_to_judge_by_nothing_is_promised()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        await BeenRenderedAsync(stack, 4);

        var (_, jobId) = await stack.Client.CreateTrackAsync();

        var job = await stack.Client.GetAsJsonAsync($"/api/jobs/{jobId}");
        job.GetProperty("eta_s").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_waiting_job_is_told_a_range_from_renders_of_its_kind()
    {
        await using var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        await BeenRenderedAsync(stack, 11);

        var (_, jobId) = await stack.Client.CreateTrackAsync();

        var job = await stack.Client.GetAsJsonAsync($"/api/jobs/{jobId}");
        job.GetProperty("eta_from_s").GetDouble().ShouldBe(6); // of 1 to 11 s
        job.GetProperty("eta_to_s").GetDouble().ShouldBe(10);
        job.GetProperty("eta_s").GetDouble().ShouldBe(8);
    }

    /// <summary>Jobs that took 1 s, 2 s, and so on, and a worker that would have room for more.</summary>
    private static async Task BeenRenderedAsync(RunningStack stack, int times)
    {
        await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO workers (id, studio_slots, remote_slots, seen_at) VALUES ('worker', 2, 2, now() + interval '1 hour')", Cancelled));
        for (var took = 1; took <= times; took++)
        {
            var (_, jobId) = await stack.Client.CreateTrackAsync();
            using var canceled = await stack.Client.PostAsync($"/api/jobs/{jobId}/cancel", null, Cancelled);
            await stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO attempts (job_id, fence, number, provider, model, outcome, submits, started_at, ended_at)
                VALUES ({jobId}, 1, 1, 'studio', 'synthesizer', 'SUCCEEDED', 0, now() - {took} * interval '1 second', now())
                """, Cancelled));
        }
    }
}
