using System.Net;
using SoundFoundry.Simulator.Submits;

namespace SoundFoundry.Tests.Simulator.Submits;

/// <summary>What a client can't know, and the ledger does.</summary>
public sealed class LostAnswerTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await simulator.Control.ResetAsync();

    [Theory]
    [InlineData("fal", "reset_before_accept", SubmitOutcome.NotAccepted)]
    [InlineData("fal", "reset_after_accept", SubmitOutcome.AnswerLost)]
    [InlineData("replicate", "reset_before_accept", SubmitOutcome.NotAccepted)]
    [InlineData("replicate", "reset_after_accept", SubmitOutcome.AnswerLost)]
    internal async Task A_reset_takes_the_answer_away_and_leaves_the_truth_in_the_ledger(string provider, string kind, SubmitOutcome truth)
    {
        await simulator.Control.SetFaultAsync(provider, kind, times: 1);

        await Should.ThrowAsync<HttpRequestException>(() => SubmitAsync(provider));

        await ShouldBeListedAsync(truth, status: null);
    }

    [Theory]
    [InlineData("fal", "silence_before_accept", SubmitOutcome.NotAccepted)]
    [InlineData("fal", "silence_after_accept", SubmitOutcome.AnswerLost)]
    [InlineData("replicate", "silence_before_accept", SubmitOutcome.NotAccepted)]
    [InlineData("replicate", "silence_after_accept", SubmitOutcome.AnswerLost)]
    internal async Task Silence_lasts_until_the_client_leaves(string provider, string kind, SubmitOutcome truth)
    {
        await simulator.Control.SetFaultAsync(provider, kind, times: 1);
        var submit = SubmitAsync(provider);
        await ShouldBeListedAsync(truth, status: null);

        submit.IsCompleted.ShouldBeFalse();
        simulator.Client.CancelPendingRequests();
        await Should.ThrowAsync<OperationCanceledException>(() => submit);
    }

    [Theory]
    [InlineData("fal", "bad_gateway", 502)]
    [InlineData("fal", "server_error", 500)]
    [InlineData("replicate", "bad_gateway", 502)]
    [InlineData("replicate", "server_error", 500)]
    public async Task A_server_error_has_started_nothing(string provider, string kind, int status)
    {
        await simulator.Control.SetFaultAsync(provider, kind, times: 1);

        using var response = await SubmitAsync(provider);

        ((int)response.StatusCode).ShouldBe(status);
        await ShouldBeListedAsync(SubmitOutcome.NotAccepted, status);
    }

    [Theory]
    [InlineData("fal")]
    [InlineData("replicate")]
    public async Task Garbage_hides_an_accepted_job(string provider)
    {
        await simulator.Control.SetFaultAsync(provider, "garbage", times: 1);

        using var response = await SubmitAsync(provider);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        await ShouldBeListedAsync(SubmitOutcome.AnswerLost, status: 200);
    }

    [Theory]
    [InlineData("fal")]
    [InlineData("replicate")]
    public async Task A_slow_answer_comes_and_is_lost_to_a_client_that_did_not_wait(string provider)
    {
        await simulator.Control.SetFaultAsync(provider, "slow_first_byte", times: 1, delayS: 0.1);
        await simulator.Control.AddFaultAsync(provider, "slow_first_byte", times: 1, delayS: 60);

        using (var waited = await SubmitAsync(provider)) waited.IsSuccessStatusCode.ShouldBeTrue();
        var impatient = SubmitAsync(provider);
        await simulator.Control.SubmitsUntilAsync(submits => submits.Count == 2);
        simulator.Client.CancelPendingRequests();

        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        var submits = await simulator.Control.SubmitsUntilAsync(submits => submits[^1].Outcome == SubmitOutcome.AnswerLost);
        submits[0].Outcome.ShouldBe(SubmitOutcome.Accepted);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<HttpResponseMessage> SubmitAsync(string provider) => provider == "fal"
        ? simulator.FalAsync(HttpMethod.Post, $"/{VendorCalls.FalModel}", new { prompt = "soft rain" })
        : simulator.CreateAsync(new { prompt = "soft rain" });

    private async Task ShouldBeListedAsync(SubmitOutcome truth, int? status)
    {
        var submit = (await simulator.Control.SubmitsUntilAsync(submits => submits.Count == 1)).Single();
        (submit.Outcome, submit.Status).ShouldBe((truth, status));
        (submit.RequestId is not null).ShouldBe(truth == SubmitOutcome.AnswerLost);
        submit.Input!["prompt"]!.GetValue<string>().ShouldBe("soft rain");
        var accepted = (await simulator.Control.CountsAsync())[submit.Provider][submit.Model].Accepted;
        accepted.ShouldBe(truth == SubmitOutcome.AnswerLost ? 1 : 0);
    }
}
