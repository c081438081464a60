using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Dispatch;

/// <summary>What the operator may do with the queue.</summary>
public sealed class QueueTests(SharedPostgres postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paused_queue_accepts_jobs_tells_them_so_and_makes_them_once_it_is_resumed()
    {
        await using var stack = await WithoutWorkerAsync();
        (await OrderAsync(stack, "pause")).GetProperty("mode").GetString().ShouldBe("PAUSED");

        var (_, jobId) = await stack.Client.CreateTrackAsync();

        (await stack.Client.GetAsJsonAsync($"/api/jobs/{jobId}")).GetProperty("paused").GetBoolean().ShouldBeTrue();
        var studio = (await stack.Client.GetAsJsonAsync("/api/admin/queue")).GetProperty("lanes").GetProperty("studio");
        (studio.GetProperty("queued").GetInt32(), studio.GetProperty("rendering").GetInt32()).ShouldBe((1, 0));
        studio.GetProperty("oldest_s").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        stack.StartWorker();
        await OrderAsync(stack, "resume");
        (await stack.Client.JobReachesAsync(jobId, "COMPLETE")).GetProperty("paused").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_worker_had_begun_is_not_told_that_the_pause_holds_it()
    {
        await using var stack = await WithoutWorkerAsync();
        var (_, jobId) = await stack.Client.CreateTrackAsync();
        await stack.WithDbAsync(async db =>
        {
            var claim = await db.ClaimAsync(jobId, "a worker", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), Cancelled);
            return await db.HandBackAsync(claim!, Cancelled);
        });

        await OrderAsync(stack, "pause");

        var job = await stack.Client.GetAsJsonAsync($"/api/jobs/{jobId}");
        (job.GetProperty("status").GetString(), job.GetProperty("paused").GetBoolean()).ShouldBe(("QUEUED", false));
    }

    [Fact]
    public async Task A_job_that_was_put_off_waits_for_its_turn_only_once_its_time_has_come()
    {
        await using var stack = await WithoutWorkerAsync();
        var (_, jobId) = await stack.Client.CreateTrackAsync();

        await PutOffUntilAsync(stack, jobId, TimeSpan.FromHours(1));
        var before = (await stack.Client.GetAsJsonAsync("/api/admin/queue")).GetProperty("lanes").GetProperty("studio");
        var place = (await stack.Client.GetAsJsonAsync($"/api/jobs/{jobId}")).GetProperty("queue_position").ValueKind;
        await PutOffUntilAsync(stack, jobId, -TimeSpan.FromMinutes(1));

        (before.GetProperty("queued").GetInt32(), before.GetProperty("put_off").GetInt32()).ShouldBe((0, 1));
        (before.GetProperty("oldest_s").ValueKind, place).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
        await stack.Client.UntilAsync(
            $"/api/jobs/{jobId}", job => job.GetProperty("queue_position") is { ValueKind: JsonValueKind.Number } now && now.GetInt32() == 1);
    }

    [Fact]
    public async Task A_draining_queue_lets_nothing_new_in_and_works_off_what_waits()
    {
        await using var stack = await WithoutWorkerAsync();
        var body = new { prompt = "before", duration_s = 5 };
        using var before = await stack.Client.PostTrackAsync(body, "a key");
        var waiting = (await before.ReadAsync()).GetProperty("job_id").GetInt64();
        var (_, canceled) = await stack.Client.CreateTrackAsync();
        using var cancel = await stack.Client.PostAsync($"/api/jobs/{canceled}/cancel", null, Cancelled);
        await OrderAsync(stack, "drain");

        using var refused = await stack.Client.PostTrackAsync(new { prompt = "after", duration_s = 5 });
        await ShouldBeDrainingAsync(refused);
        using var retried = await stack.Client.PostAsync($"/api/jobs/{canceled}/retry", null, Cancelled);
        await ShouldBeDrainingAsync(retried);
        using var repeated = await stack.Client.PostTrackAsync(body, "a key");
        repeated.StatusCode.ShouldBe(HttpStatusCode.Accepted); // the answer it had before, and no new job

        stack.StartWorker();
        await stack.Client.JobReachesAsync(waiting, "COMPLETE");
        await OrderAsync(stack, "resume");
        await stack.Client.CreateTrackAsync();
    }

    [Fact]
    public async Task A_job_that_was_given_up_is_listed_until_it_is_queued_again_for_its_user()
    {
        await using var stack = await WithoutWorkerAsync();
        var (trackId, parked) = await stack.Client.CreateTrackAsync("lost five workers");
        var (_, other) = await stack.Client.CreateTrackAsync("another");
        foreach (var id in new[] { parked, other }) await GiveUpAsync(stack, id);

        var listed = await stack.Client.GetAsJsonAsync("/api/admin/queue");
        using var again = await stack.Client.PostAsync($"/api/admin/jobs/{parked}/requeue", null, Cancelled);

        listed.GetProperty("parked_total").GetInt32().ShouldBe(2);
        listed.GetProperty("parked")[1].GetProperty("name").GetString().ShouldBe("lost five workers");
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await again.ReadAsync()).GetProperty("track_id").GetInt64().ShouldBe(trackId);
        using var twice = await stack.Client.PostAsync($"/api/admin/jobs/{parked}/requeue", null, Cancelled);
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var all = await stack.Client.PostAsync("/api/admin/queue/requeue", null, Cancelled);
        (await all.ReadAsync()).GetProperty("count").GetInt32().ShouldBe(1);
        (await stack.Client.GetAsJsonAsync("/api/admin/queue")).GetProperty("parked_total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Only_failed_jobs_are_queued_again()
    {
        await using var stack = await WithoutWorkerAsync();
        var (_, jobId) = await stack.Client.CreateTrackAsync();

        using var waiting = await stack.Client.PostAsync($"/api/admin/jobs/{jobId}/requeue", null, Cancelled);
        using var none = await stack.Client.PostAsync("/api/admin/jobs/999/requeue", null, Cancelled);

        (waiting.StatusCode, none.StatusCode).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.NotFound));
    }

    private async Task<RunningStack> WithoutWorkerAsync()
    {
        var stack = new RunningStack(postgres);
        await stack.StartApiAsync(Cancelled);
        return stack;
    }

    private static async Task<JsonElement> OrderAsync(RunningStack stack, string order)
    {
        using var response = await stack.Client.PostAsync($"/api/admin/queue/{order}", null, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.ReadAsync();
    }

    private static Task PutOffUntilAsync(RunningStack stack, long jobId, TimeSpan wait) => stack.WithDbAsync(db => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE jobs SET retry_at = now() + {wait} WHERE id = {jobId};
        UPDATE outbox SET available_at = now() + {wait}, dispatched_at = NULL WHERE job_id = {jobId}
        """, Cancelled));

    private static Task GiveUpAsync(RunningStack stack, long jobId) => stack.WithDbAsync(db =>
        db.EndUnownedAsync(jobId, JobStatus.Failed, JobClaims.TooManyClaims, "The job lost its worker 5 times.", Cancelled));

    private static async Task ShouldBeDrainingAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
        (await response.ReadAsync()).GetProperty("code").GetString().ShouldBe("draining");
    }
}
