using System.Net;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Tracks;

public sealed class IdempotencyTests(RunningStack stack) : IClassFixture<RunningStack>
{
    private static readonly object Body = new { prompt = "one and only", duration_s = 5 };

    [Fact]
    public async Task Fifty_equal_requests_at_once_make_one_job_and_get_one_answer()
    {
        var body = new { prompt = "fifty at once", duration_s = 5 };

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var response = await stack.Client.PostTrackAsync(body, "fifty");
            response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            return (await response.ReadAsync()).ToString();
        }));

        answers.Distinct().Count().ShouldBe(1);
        (await stack.WithDbAsync(db => db.Tracks.CountAsync(track => track.Prompt == "fifty at once", TestContext.Current.CancellationToken)))
            .ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_409()
    {
        using var first = await stack.Client.PostTrackAsync(new { prompt = "a", duration_s = 5 }, "reused");
        using var second = await stack.Client.PostTrackAsync(new { prompt = "b", duration_s = 5 }, "reused");

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.ReadAsync()).GetProperty("code").GetString().ShouldBe("idempotency_key_reused");
    }

    [Fact]
    public async Task A_refused_request_does_not_use_up_its_key()
    {
        using var refused = await stack.Client.PostTrackAsync(new { prompt = "", duration_s = 5 }, "again");
        using var corrected = await stack.Client.PostTrackAsync(new { prompt = "ok", duration_s = 5 }, "again");

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        corrected.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Without_a_key_every_request_is_a_new_one()
    {
        using var first = await stack.Client.PostTrackAsync(Body);
        using var second = await stack.Client.PostTrackAsync(Body);

        (await first.ReadAsync()).GetProperty("job_id").GetInt64().ShouldNotBe((await second.ReadAsync()).GetProperty("job_id").GetInt64());
    }
}
