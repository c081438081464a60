using System.Text.Json;
using SoundFoundry.Simulator.Submits;

namespace SoundFoundry.Tests.Simulator.Clients;

/// <summary>What <c>replicate</c>, Replicate's own client, makes of the simulator: the same as of Replicate.</summary>
[Collection(nameof(VendorClientCollection))]
public sealed class ReplicateClientTests(VendorClients clients)
{
    [Fact]
    public void It_polls_to_the_output_and_reads_progress_in_the_logs()
    {
        var run = clients["replicate_run_polling"].Value;
        var progress = run.GetProperty("progress").EnumerateArray().Select(part => part.GetDouble()).ToList();

        run.Text("output").ShouldEndWith("/output.wav");
        run.GetProperty("statuses").EnumerateArray().Select(word => word.GetString()).ShouldBe(["starting", "processing", "succeeded"]);
        progress.ShouldBe(progress.Order());
        progress.Distinct().Count().ShouldBeGreaterThan(3);
        progress[^1].ShouldBe(1);
    }

    [Fact]
    public void It_runs_a_community_model_by_its_version_and_not_by_its_name()
    {
        clients["replicate_run_a_version"].Value.GetString()!.ShouldEndWith("/output.wav");
        clients["replicate_run_of_a_community_model_by_name"].ErrorStatus.ShouldBe(404);
    }

    [Fact]
    public void It_waits_in_one_request_when_it_prefers_to()
    {
        var blocking = clients["replicate_run_blocking"];

        blocking.Requests.Single().Headers["prefer"].ShouldBe("wait");
        blocking.Value.GetString()!.ShouldEndWith("/output.wav");
    }

    [Fact]
    public void It_finds_a_small_file_inside_the_answer()
    {
        var output = clients["replicate_run_blocking_with_a_small_file"].Value;

        output.Text("kind").ShouldBe("FileOutput");
        output.GetProperty("size").GetInt32().ShouldBe(44 + 44_100 * 4);
    }

    [Fact]
    public void It_takes_an_answer_without_output_for_the_end_when_its_wait_was_too_short() =>
        clients["replicate_run_blocking_too_short"].Value.ValueKind.ShouldBe(JsonValueKind.Null);

    [Theory]
    [InlineData("replicate_create_with_a_wrong_token", 401, 1)]
    [InlineData("replicate_create_402", 402, 1)]
    [InlineData("replicate_create_with_bad_input", 422, 1)]
    [InlineData("replicate_create_500", 500, 1)]
    [InlineData("replicate_create_429", 429, 6)]
    public async Task It_repeats_a_create_only_when_it_is_throttled(string name, int status, int requests)
    {
        clients[name].ErrorStatus.ShouldBe(status);
        (await clients.SubmitsAsync(name)).Count.ShouldBe(requests);
    }

    [Fact]
    public async Task It_creates_again_and_again_when_the_connection_breaks() =>
        (await clients.SubmitsAsync("replicate_create_reset")).ShouldBe(Enumerable.Repeat(SubmitOutcome.NotAccepted, 6));

    [Fact]
    public void It_asks_six_times_for_a_prediction_that_can_t_be_read()
    {
        clients["replicate_get_500"].ErrorStatus.ShouldBe(500);
        clients["replicate_get_500"].Count("GET").ShouldBe(6);
    }

    [Fact]
    public void It_is_told_every_field_that_is_wrong()
    {
        var message = clients["replicate_create_with_bad_input"].Error.Text("message");

        message.ShouldContain("prompt is required");
        message.ShouldContain("number_lte");
    }

    [Fact]
    public void It_says_why_a_prediction_failed() =>
        clients["replicate_failed"].Error.Text("message").ShouldBe("Prediction failed: CUDA out of memory");

    [Fact]
    public void It_waits_for_ever_for_a_prediction_that_was_aborted()
    {
        clients["replicate_aborted"].Value.GetString().ShouldBe("still waiting");
        clients["replicate_aborted"].Count("GET").ShouldBeGreaterThan(3);
    }

    [Fact]
    public void It_cancels()
    {
        var prediction = clients["replicate_cancel"].Value;

        prediction.Text("status").ShouldBe("canceled");
        prediction.GetProperty("output").ValueKind.ShouldBe(JsonValueKind.Null);
        prediction.GetProperty("logs").ValueKind.ShouldBe(JsonValueKind.Null);
        prediction.TryGetProperty("metrics", out _).ShouldBeTrue();
    }

    [Fact]
    public void It_pages_through_the_predictions_newest_first()
    {
        var list = clients["replicate_list"].Value;

        list.GetProperty("pages").EnumerateArray().Select(page => page.GetInt32()).ShouldBe([100, 2]);
        list.GetProperty("newest_first").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void It_reads_the_account_and_what_kind_a_model_is()
    {
        var catalog = clients["replicate_catalog"].Value;

        catalog.Text("username").ShouldBe("simulated");
        catalog.GetProperty("official").GetBoolean().ShouldBeTrue();
        catalog.GetProperty("community").GetBoolean().ShouldBeFalse();
        catalog.Text("version").Length.ShouldBe(64);
    }

    [Fact]
    public void It_finds_the_signature_of_every_webhook_right()
    {
        var webhooks = clients["replicate_webhooks"].Value;

        webhooks.GetProperty("valid").EnumerateArray().Select(valid => valid.GetBoolean()).ShouldBe([true, true]);
        webhooks.GetProperty("statuses").EnumerateArray().Select(word => word.GetString()).ShouldBe(["starting", "succeeded"]);
    }
}
