using System.Net;
using SoundFoundry.Simulator;
using SoundFoundry.Simulator.Submits;
using static SoundFoundry.Tests.Simulator.VendorCalls;

namespace SoundFoundry.Tests.Simulator.Fal;

public sealed class FalRefusalTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>, IAsyncLifetime
{
    private const string Locked = "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.";

    public async ValueTask InitializeAsync() => await simulator.Control.ResetAsync();

    [Fact]
    public async Task A_locked_account_is_refused_new_work_and_still_told_of_the_old()
    {
        var before = await simulator.FalSubmitAsync();
        await simulator.Control.SetFaultAsync("fal", "locked");

        using var refused = await SubmitAsync();
        using var status = await simulator.FalAsync(HttpMethod.Get, before.Text("status_url"));
        using var user = await simulator.FalAsync(HttpMethod.Get, "/users/current");

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.ReadAsync()).Text("detail").ShouldBe(Locked);
        status.IsSuccessStatusCode.ShouldBeTrue();
        (await user.ReadAsync()).GetProperty("is_locked").GetBoolean().ShouldBeTrue();
        var counts = (await simulator.Control.CountsAsync())[Provider.Fal][FalModel];
        (counts.Submits, counts.Accepted, counts.Refused).ShouldBe((2, 1, 1));
        (await simulator.Control.SubmitsAsync()).Select(submit => submit.Outcome).ShouldBe([SubmitOutcome.Accepted, SubmitOutcome.Refused]);
    }

    [Fact]
    public async Task A_flapping_account_is_locked_for_every_other_submit()
    {
        await simulator.Control.SetFaultAsync("fal", "flapping");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var response = await SubmitAsync();
            answers.Add(response.StatusCode);
        }

        answers.ShouldBe([HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.OK]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<HttpResponseMessage> SubmitAsync() => simulator.FalAsync(HttpMethod.Post, $"/{FalModel}", new { prompt = "soft rain" });
}
