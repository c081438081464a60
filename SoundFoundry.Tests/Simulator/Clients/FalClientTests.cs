using System.Text.Json;
using SoundFoundry.Simulator.Submits;

namespace SoundFoundry.Tests.Simulator.Clients;

/// <summary>What <c>@fal-ai/client</c>, fal's own, makes of the simulator: the same as of fal.</summary>
[Collection(nameof(VendorClientCollection))]
public sealed class FalClientTests(VendorClients clients)
{
    [Fact]
    public void It_follows_a_job_to_its_result()
    {
        var outcome = clients["fal_subscribe"];
        var result = outcome.Value.GetProperty("result");

        Words(outcome.Value, "statuses").ShouldBe(["IN_QUEUE", "IN_PROGRESS", "COMPLETED"]);
        outcome.Value.GetProperty("logs").EnumerateArray().Last().Text("message").ShouldStartWith("100%");
        result.GetProperty("data").GetProperty("audio").Text("content_type").ShouldBe("audio/wav");
        Guid.TryParse(result.Text("requestId"), out _).ShouldBeTrue();
        var id = result.Text("requestId");
        outcome.Requests[0].Path.ShouldBe("/fal-ai/stable-audio-25/text-to-audio");
        outcome.Requests[1].Path.ShouldBe($"/fal-ai/stable-audio-25/requests/{id}/status?logs=1");
        outcome.Requests[^1].Path.ShouldBe($"/fal-ai/stable-audio-25/requests/{id}");
        outcome.Requests[0].Headers["x-fal-object-lifecycle-preference"].ShouldBe("{\"expiration_duration_seconds\":3600}");
    }

    [Fact]
    public void It_takes_an_order_with_a_webhook_as_queued()
    {
        var outcome = clients["fal_submit_with_webhook"];

        outcome.Requests.Single().Path.ShouldEndWith("?fal_webhook=https%3A%2F%2Fa.b%2Fc%3Fd%3D1");
        outcome.Value.Text("status").ShouldBe("IN_QUEUE");
        outcome.Value.GetProperty("queue_position").GetInt32().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void It_follows_the_stream_of_the_status()
    {
        var streamed = clients["fal_stream"].Value;

        Words(streamed, "statuses").ShouldBe(["IN_QUEUE", "IN_PROGRESS", "COMPLETED"]);
        Words(streamed, "logs").ShouldBeUnique();
        Words(streamed, "logs").Last().ShouldStartWith("100%");
        streamed.Text("done").ShouldBe("COMPLETED");
    }

    [Theory]
    [InlineData("fal_submit_with_a_wrong_key", 401)]
    [InlineData("fal_submit_locked", 403)]
    [InlineData("fal_submit_to_an_unknown_app", 404)]
    [InlineData("fal_submit_500", 500)]
    public async Task It_gives_up_after_one_request_when_a_submit_is_refused(string name, int status)
    {
        clients[name].ErrorName.ShouldBe("ApiError");
        clients[name].ErrorStatus.ShouldBe(status);
        clients[name].Error.GetProperty("body").Text("detail").ShouldNotBeEmpty();
        (await clients.SubmitsAsync(name)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_submits_again_after_a_503()
    {
        clients["fal_submit_503_once"].Value.Text("status").ShouldBe("IN_QUEUE");
        (await clients.SubmitsAsync("fal_submit_503_once")).ShouldBe([SubmitOutcome.NotAccepted, SubmitOutcome.Accepted]);
    }

    [Fact]
    public async Task It_pays_twice_when_the_answer_to_a_submit_is_lost() =>
        (await clients.SubmitsAsync("fal_submit_reset_once")).ShouldBe([SubmitOutcome.AnswerLost, SubmitOutcome.Accepted]);

    [Fact]
    public async Task It_learns_of_bad_input_only_from_the_result()
    {
        var outcome = clients["fal_result_of_bad_input"];
        var error = outcome.Error.GetProperty("field_errors")[0];

        (await clients.SubmitsAsync("fal_result_of_bad_input")).ShouldBe([SubmitOutcome.Accepted]);
        (outcome.ErrorName, outcome.ErrorStatus).ShouldBe(("ValidationError", 422));
        error.GetProperty("loc").EnumerateArray().Select(part => part.GetString()).ShouldBe(["body", "seconds_total"]);
        error.Text("type").ShouldBe("less_than_equal");
        error.GetProperty("ctx").GetProperty("le").GetInt32().ShouldBe(190);
    }

    [Fact]
    public void It_knows_a_start_timeout_for_the_user_s_own_and_does_not_ask_again()
    {
        var outcome = clients["fal_start_timeout"];

        outcome.ErrorStatus.ShouldBe(504);
        outcome.Error.GetProperty("is_user_timeout").GetBoolean().ShouldBeTrue();
        outcome.Requests.Count(request => request.Method == "GET" && !request.Path.Contains("/status")).ShouldBe(1);
    }

    [Fact]
    public void It_asks_again_for_a_status_after_a_500()
    {
        clients["fal_status_500_once"].Value.Text("status").ShouldNotBe("COMPLETED");
        clients["fal_status_500_once"].Count("GET").ShouldBe(2);
    }

    [Fact]
    public void It_cancels_what_runs_and_is_refused_what_has_ended()
    {
        clients["fal_cancel"].Value.GetString().ShouldBe("canceled");
        clients["fal_cancel_too_late"].ErrorStatus.ShouldBe(400);
        clients["fal_cancel_too_late"].Error.GetProperty("body").Text("status").ShouldBe("ALREADY_COMPLETED");
    }

    private static IEnumerable<string?> Words(JsonElement json, string member) =>
        json.GetProperty(member).EnumerateArray().Select(word => word.GetString());
}
