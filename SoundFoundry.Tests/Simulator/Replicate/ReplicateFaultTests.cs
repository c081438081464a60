using System.Net;
using System.Text.Json;

namespace SoundFoundry.Tests.Simulator.Replicate;

/// <summary>What goes wrong at Replicate, before and after a prediction was created.</summary>
public sealed class ReplicateFaultTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await simulator.Control.ResetAsync();

    [Theory]
    [InlineData("unauthorized", 401, "You did not pass a valid authentication token")]
    [InlineData("no_credit", 402, "You have insufficient credit to run this model. "
        + "Go to https://replicate.com/account/billing#billing to purchase credit. "
        + "Once you purchase credit, please wait a few minutes before trying again.")]
    [InlineData("not_found", 404, "The requested resource could not be found.")]
    [InlineData("unknown_field", 422, "- input: Additional property duration is not allowed\n")]
    [InlineData("invalid_input", 422, "- input.prompt: String length must be greater than or equal to 10\n")]
    [InlineData("rate_limited", 429, "Request was throttled. Your rate limit resets in ~7s.")]
    public async Task Every_refusal_has_its_status_and_its_text(string kind, int status, string detail)
    {
        await simulator.Control.SetFaultAsync("replicate", kind, times: 1, retryAfterS: 7);
        using var refused = await simulator.CreateAsync(new { prompt = "soft rain", duration = 2 });
        using var taken = await simulator.CreateAsync(new { prompt = "soft rain", duration = 2 });
        var body = await refused.ReadAsync();

        ((int)refused.StatusCode).ShouldBe(status);
        body.Text("detail").ShouldBe(detail);
        body.GetProperty("status").GetInt32().ShouldBe(status);
        if (status == 429) body.GetProperty("retry_after").GetInt32().ShouldBe(7);
        (refused.Headers.RetryAfter?.Delta).ShouldBe(status == 429 ? TimeSpan.FromSeconds(7) : null);
        if (status == 422) body.GetProperty("invalid_fields").GetArrayLength().ShouldBe(1);
        taken.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Each_wrong_field_is_named_when_the_prediction_is_created()
    {
        using var response = await simulator.CreateAsync(new { duration = 500, steps = 1.5, colour = "blue" });
        var types = (await response.ReadAsync()).GetProperty("invalid_fields").EnumerateArray().Select(field => field.Text("type"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        types.ShouldBe(["required", "number_lte", "invalid_type", "additional_property_not_allowed"]);
    }

    [Theory]
    [InlineData("render_fails", "CUDA out of memory")]
    [InlineData("content_policy", "The input or output was flagged as sensitive. Please try again with different inputs. (E005)")]
    public async Task A_prediction_that_fails_says_why(string kind, string error)
    {
        await simulator.Control.SetFaultAsync("replicate", kind);

        var failed = await simulator.PredictionUntilAsync(await simulator.PredictAsync(), "failed");

        failed.Text("error").ShouldBe(error);
        failed.GetProperty("output").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task An_aborted_prediction_never_started()
    {
        await simulator.Control.SetFaultAsync("replicate", "aborted");

        var aborted = await simulator.PredictionUntilAsync(await simulator.PredictAsync(), "aborted");

        aborted.TryGetProperty("started_at", out _).ShouldBeFalse();
        aborted.GetProperty("metrics").TryGetProperty("predict_time", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("30s", 60, 31, "aborted")]
    [InlineData("1m30s", 0, 91, "canceled")]
    public async Task A_prediction_is_stopped_at_its_deadline(string header, double queueS, double laterS, string status)
    {
        await simulator.Control.SetPaceAsync(queueS, renderS: 600);
        using var response = await simulator.CreateAsync(new { prompt = "soft rain" }, ("Cancel-After", header));
        var created = await response.ReadAsync();
        await simulator.Control.AdvanceClockAsync(TimeSpan.FromSeconds(laterS));

        created.TryGetProperty("deadline", out _).ShouldBeTrue();
        await simulator.PredictionUntilAsync(created, status);
    }

    [Fact]
    public async Task A_status_may_fail_be_unknown_and_go_back()
    {
        await simulator.Control.SetPaceAsync(queueS: 0, renderS: 3_000);
        await simulator.Control.SetFaultAsync("replicate", "status_error", times: 1, status: 503);
        await simulator.Control.AddFaultAsync("replicate", "status_unknown", times: 1);
        await simulator.Control.AddFaultAsync("replicate", "status_backwards");
        var created = await simulator.PredictAsync();
        using var failed = await simulator.ReplicateAsync(HttpMethod.Get, created.GetProperty("urls").Text("get"));

        failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await simulator.PredictionUntilAsync(created, "warming");
        foreach (var status in new[] { "processing", "starting", "processing", "succeeded" })
        {
            await simulator.PredictionUntilAsync(created, status);
            await simulator.Control.AdvanceClockAsync(TimeSpan.FromSeconds(1_200));
        }
    }

    [Fact]
    public async Task A_finished_prediction_may_be_unreadable_for_a_while_and_lack_its_output()
    {
        await simulator.Control.SetFaultAsync("replicate", "result_missing_audio");
        var created = await simulator.PredictAsync();
        var done = await simulator.PredictionUntilAsync(created, "succeeded");
        await simulator.Control.SetFaultAsync("replicate", "result_error", times: 1);
        await simulator.Control.AddFaultAsync("replicate", "status_error", times: 1, status: 503);
        using var unread = await simulator.ReplicateAsync(HttpMethod.Get, created.GetProperty("urls").Text("get"));
        using var failed = await simulator.ReplicateAsync(HttpMethod.Get, created.GetProperty("urls").Text("get"));

        done.GetProperty("output").ValueKind.ShouldBe(JsonValueKind.Null);
        unread.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await simulator.PredictionUntilAsync(created, "succeeded");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
