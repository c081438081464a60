using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Events;

public sealed class JobEventTests(RunningStack stack, SharedPostgres postgres) : IClassFixture<RunningStack>
{
    private static readonly string[] Order = ["QUEUED", "RENDERING", "COMPLETE"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_s_stream_tells_its_states_in_order_and_ends_with_the_last()
    {
        var (_, jobId) = await stack.Client.CreateTrackAsync("a tune to follow", 30);

        var events = await ReadAsync(stack.Client, $"/api/jobs/{jobId}/events").ToListAsync(Cancelled);

        var jobs = events.Select(item => Json(item.Data)).ToList();
        jobs[^1].GetProperty("status").GetString().ShouldBe("COMPLETE");
        jobs.Select(job => Array.IndexOf(Order, job.GetProperty("status").GetString())).ShouldBeInOrder(SortDirection.Ascending);
        jobs.Select(job => job.GetProperty("progress").GetDouble()).ShouldBeInOrder(SortDirection.Ascending);
        jobs.Select(job => job.GetProperty("version").GetInt64()).ShouldBeInOrder(SortDirection.Ascending);
        events.ShouldAllBe(item => item.EventType == "job");
        events.Select(item => item.EventId).ShouldBe(jobs.Select(job => job.GetProperty("version").ToString()));
    }

    [Fact]
    public async Task A_job_that_has_ended_is_told_once()
    {
        var (_, jobId) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(jobId, "COMPLETE");

        var events = await ReadAsync(stack.Client, $"/api/jobs/{jobId}/events").ToListAsync(Cancelled);

        Json(events.ShouldHaveSingleItem().Data).GetProperty("status").GetString().ShouldBe("COMPLETE");
    }

    [Fact]
    public async Task A_listener_that_comes_back_gets_what_it_missed()
    {
        var (_, first) = await stack.Client.CreateTrackAsync();
        var version = (await stack.Client.JobReachesAsync(first, "COMPLETE")).GetProperty("version").GetInt64();
        var (_, missed) = await stack.Client.CreateTrackAsync();
        await stack.Client.JobReachesAsync(missed, "COMPLETE");

        var heard = await ReadAsync(stack.Client, "/api/events", version).Select(item => Json(item.Data))
            .FirstAsync(job => job.GetProperty("id").GetInt64() == missed, Cancelled);

        heard.GetProperty("status").GetString().ShouldBe("COMPLETE");
    }

    [Fact]
    public async Task A_listener_with_nothing_to_hear_is_greeted_at_once()
    {
        var version = long.MaxValue - 1_000;

        var first = await ReadAsync(stack.Client, "/api/events", version).FirstAsync(Cancelled);

        first.EventType.ShouldBe("ping");
    }

    [Fact]
    public async Task Without_Redis_the_stream_goes_on()
    {
        await using var own = new RunningStack(postgres);
        await own.StartApiAsync(Cancelled);
        await own.Redis.StopAsync();
        var (_, jobId) = await own.Client.CreateTrackAsync();
        var following = ReadAsync(own.Client, $"/api/jobs/{jobId}/events").Select(item => Json(item.Data)).ToListAsync(Cancelled);

        await own.Client.PostAsync($"/api/jobs/{jobId}/cancel", null, Cancelled);

        (await following)[^1].GetProperty("status").GetString().ShouldBe("CANCELED");
    }

    [Fact]
    public async Task An_ending_whose_commit_took_its_time_is_told_though_the_listener_is_far_beyond_its_version()
    {
        await using var own = new RunningStack(postgres);
        await own.StartApiAsync(Cancelled);
        var (_, slow) = await own.Client.CreateTrackAsync();
        var (_, busy) = await own.Client.CreateTrackAsync();
        await using var listener = ReadAsync(own.Client, "/api/events").Where(item => item.EventType == "job")
            .Select(item => Json(item.Data)).GetAsyncEnumerator(Cancelled);
        await HearAsync(job => Id(job) == busy);

        await own.WithDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancelled);
            await db.Database.ExecuteSqlAsync(
                $"UPDATE jobs SET status = 'CANCELED', completed_at = now(), version = nextval('job_version') WHERE id = {slow}", Cancelled);
            await own.WithDbAsync(others => others.Database.ExecuteSqlAsync(
                $"""
                WITH drawn AS (SELECT max(nextval('job_version')) AS version FROM generate_series(1, 5000))
                UPDATE jobs SET version = drawn.version FROM drawn WHERE id = {busy}
                """, Cancelled));
            await HearAsync(job => Id(job) == busy && job.GetProperty("version").GetInt64() > 5_000);
            await transaction.CommitAsync(Cancelled);
            return true;
        });

        await HearAsync(job => Id(job) == slow && job.GetProperty("status").GetString() == "CANCELED");

        async Task HearAsync(Func<JsonElement, bool> expected)
        {
            do (await listener.MoveNextAsync()).ShouldBeTrue();
            while (!expected(listener.Current));
        }

        static long Id(JsonElement job) => job.GetProperty("id").GetInt64();
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(HttpClient client, string path, long? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", $"{lastEventId}");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        await using var body = await response.Content.ReadAsStreamAsync(Cancelled);
        await foreach (var item in SseParser.Create(body).EnumerateAsync(Cancelled)) yield return item;
    }

    private static JsonElement Json(string data) => JsonSerializer.Deserialize<JsonElement>(data);
}
