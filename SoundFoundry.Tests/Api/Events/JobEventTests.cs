using System.Net.ServerSentEvents;
using System.Text.Json;
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
