using System.Net;
using System.Net.Http.Headers;
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

    [Theory]
    [InlineData("app_forbidden", 403,
        "Cannot access application \"fal-ai/stable-audio-25\". You do not have permission to access this application.")]
    [InlineData("unauthorized", 401, "Invalid key credentials")]
    [InlineData("not_found", 404, "Application \"stable-audio-25\" not found")]
    [InlineData("rate_limited", 429, "Too many concurrent requests. Please retry later.")]
    public async Task Every_refusal_has_its_status_and_its_text(string kind, int status, string detail)
    {
        await simulator.Control.SetFaultAsync("fal", kind, times: 1, retryAfterS: 7);
        using var refused = await SubmitAsync();
        using var taken = await SubmitAsync();

        ((int)refused.StatusCode).ShouldBe(status);
        (await refused.ReadAsync()).Text("detail").ShouldBe(detail);
        (refused.Headers.RetryAfter?.Delta).ShouldBe(status == 429 ? TimeSpan.FromSeconds(7) : null);
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/fal-ai/nowhere", 404, "Application \"nowhere\" not found")]
    [InlineData("/fal-ai/stable-audio-25/elsewhere", 404, "Path /elsewhere not found")]
    public async Task An_unknown_app_and_an_unknown_path_of_an_app_are_told_apart(string path, int status, string detail)
    {
        using var response = await simulator.FalAsync(HttpMethod.Post, path, new { prompt = "soft rain" });

        ((int)response.StatusCode).ShouldBe(status);
        (await response.ReadAsync()).Text("detail").ShouldBe(detail);
    }

    [Theory]
    [InlineData("Key kid:ksec", 404)]
    [InlineData("Key invalid:key", 401)]
    [InlineData("Bearer kid:ksec", 401)]
    [InlineData(null, 404)]
    public async Task An_unknown_request_is_not_found_with_a_key_or_none_and_only_a_wrong_key_is_told_first(string? key, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/fal-ai/stable-audio-25/requests/{Guid.NewGuid()}/status");
        if (key is not null) request.Headers.Authorization = AuthenticationHeaderValue.Parse(key);
        using var response = await simulator.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(status);
        if (status == 404) (await response.ReadAsync()).Text("status").ShouldBe("NOT_FOUND");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<HttpResponseMessage> SubmitAsync() => simulator.FalAsync(HttpMethod.Post, $"/{FalModel}", new { prompt = "soft rain" });
}
