using System.Net;
using System.Text.Json;

namespace SoundFoundry.Tests.Simulator.Fal;

/// <summary>What goes wrong at fal after a job was accepted.</summary>
public sealed class FalFaultTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await simulator.Control.ResetAsync();

    [Theory]
    [InlineData("content_policy", "content_policy_violation", "prompt")]
    [InlineData("invalid_input", "value_error", "prompt")]
    [InlineData("unknown_field", "extra_forbidden", "seconds_total")]
    public async Task An_input_is_judged_when_it_is_run_and_only_the_result_says_so(string kind, string type, string field)
    {
        await simulator.Control.SetFaultAsync("fal", kind);
        var (status, result) = await FinishAsync(await simulator.FalSubmitAsync());
        using var _ = result;
        var detail = (await result.ReadAsync()).GetProperty("detail")[0];

        status.TryGetProperty("error", out var _).ShouldBeFalse();
        result.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        result.Headers.GetValues("X-Fal-Retryable").ShouldBe(["false"]);
        detail.Text("type").ShouldBe(type);
        detail.GetProperty("loc")[1].GetString().ShouldBe(field);
    }

    [Fact]
    public async Task A_fault_of_the_infrastructure_is_told_by_the_status_and_by_the_result()
    {
        await simulator.Control.SetFaultAsync("fal", "render_fails");
        var (status, result) = await FinishAsync(await simulator.FalSubmitAsync());
        using var _ = result;

        status.Text("error").ShouldBe("Runner disconnected");
        status.Text("error_type").ShouldBe("runner_disconnected");
        result.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        result.Headers.GetValues("X-Fal-Error-Type").ShouldBe(["runner_disconnected"]);
        (await result.ReadAsync()).Text("error_type").ShouldBe("runner_disconnected");
    }

    [Fact]
    public async Task A_result_may_lack_its_audio()
    {
        await simulator.Control.SetFaultAsync("fal", "result_missing_audio");
        var (_, result) = await FinishAsync(await simulator.FalSubmitAsync());
        using var _ = result;

        result.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await result.ReadAsync()).TryGetProperty("audio", out var _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_result_asked_for_too_early_is_refused_and_one_that_can_t_be_read_comes_later()
    {
        await simulator.Control.SetPaceAsync(renderS: 300);
        await simulator.Control.SetFaultAsync("fal", "result_error", times: 2);
        var submitted = await simulator.FalSubmitAsync();
        using var early = await simulator.FalAsync(HttpMethod.Get, submitted.Text("response_url"));
        await simulator.Control.AdvanceClockAsync(TimeSpan.FromSeconds(301));
        await simulator.FalUntilAsync(submitted, "COMPLETED");
        var answers = await AskAsync(submitted.Text("response_url"), times: 3);

        early.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await early.ReadAsync()).Text("detail").ShouldBe("Request is still in progress");
        answers.ShouldBe([HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK]);
    }

    [Fact]
    public async Task A_status_may_fail_for_a_while_and_hold_a_word_nobody_knows()
    {
        await simulator.Control.SetPaceAsync(renderS: 300);
        await simulator.Control.SetFaultAsync("fal", "status_error", times: 1);
        await simulator.Control.AddFaultAsync("fal", "status_unknown", times: 1);
        var submitted = await simulator.FalSubmitAsync();
        var address = submitted.Text("status_url");
        using var failed = await simulator.FalAsync(HttpMethod.Get, address);
        using var unknown = await simulator.FalAsync(HttpMethod.Get, address);
        using var known = await simulator.FalAsync(HttpMethod.Get, address);

        failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await unknown.ReadAsync()).Text("status").ShouldBe("WARMING_UP");
        (await known.ReadAsync()).Text("status").ShouldBeOneOf("IN_QUEUE", "IN_PROGRESS");
    }

    [Fact]
    public async Task A_status_may_go_back_to_the_queue_on_its_way()
    {
        await simulator.Control.SetPaceAsync(queueS: 0, renderS: 3_000);
        await simulator.Control.SetFaultAsync("fal", "status_backwards");
        var submitted = await simulator.FalSubmitAsync();

        foreach (var status in new[] { "IN_PROGRESS", "IN_QUEUE", "IN_PROGRESS", "COMPLETED" })
        {
            await simulator.FalUntilAsync(submitted, status);
            await simulator.Control.AdvanceClockAsync(TimeSpan.FromSeconds(1_200));
        }
    }

    [Fact]
    public async Task A_job_that_never_finishes_is_still_running_a_day_later_and_can_be_canceled()
    {
        await simulator.Control.SetFaultAsync("fal", "never_finishes");
        var submitted = await simulator.FalSubmitAsync();
        await simulator.Control.AdvanceClockAsync(TimeSpan.FromDays(1));
        await simulator.FalUntilAsync(submitted, "IN_PROGRESS");
        using var cancel = await simulator.FalAsync(HttpMethod.Put, submitted.Text("cancel_url"));
        using var again = await simulator.FalAsync(HttpMethod.Put, submitted.Text("cancel_url"));
        var (status, result) = await FinishAsync(submitted);
        using var _ = result;

        cancel.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await again.ReadAsync()).Text("status").ShouldBe("ALREADY_COMPLETED");
        status.Text("error_type").ShouldBe("client_cancelled");
        ((int)result.StatusCode).ShouldBe(499);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<(JsonElement Status, HttpResponseMessage Result)> FinishAsync(JsonElement submitted) =>
        (await simulator.FalUntilAsync(submitted, "COMPLETED"), await simulator.FalAsync(HttpMethod.Get, submitted.Text("response_url")));

    private async Task<List<HttpStatusCode>> AskAsync(string address, int times)
    {
        var answers = new List<HttpStatusCode>();
        while (answers.Count < times)
        {
            using var response = await simulator.FalAsync(HttpMethod.Get, address);
            answers.Add(response.StatusCode);
        }

        return answers;
    }
}
