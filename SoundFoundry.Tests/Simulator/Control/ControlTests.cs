using System.Net;
using Microsoft.Extensions.Options;
using SoundFoundry.Simulator;
using static SoundFoundry.Tests.Simulator.VendorCalls;

namespace SoundFoundry.Tests.Simulator.Control;

public sealed class ControlTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>, IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await simulator.Control.ResetAsync();

    [Fact]
    public async Task Faults_are_taken_in_the_order_they_were_set_and_a_put_takes_the_place_of_all()
    {
        await simulator.Control.SetFaultAsync("fal", "unauthorized");
        await simulator.Control.SetFaultAsync("fal", "locked", times: 2);
        await simulator.Control.AddFaultAsync("fal", "rate_limited", times: 1);

        var answers = new List<int>();
        for (var i = 0; i < 4; i++) answers.Add(await SubmitAsync(FalModel));

        answers.ShouldBe([403, 403, 429, 200]);
    }

    [Fact]
    public async Task A_fault_of_one_model_leaves_the_others_alone()
    {
        await simulator.Control.SetFaultAsync("fal", "app_forbidden", model: FalModel);

        (await SubmitAsync(FalModel)).ShouldBe(403);
        (await SubmitAsync("fal-ai/lyria2")).ShouldBe(200);
    }

    [Fact]
    public async Task Faults_are_taken_away_for_one_vendor_or_for_both()
    {
        await simulator.Control.SetFaultAsync("fal", "locked");
        await simulator.Control.SetFaultAsync("replicate", "no_credit");
        await simulator.Control.ClearFaultsAsync("fal");
        (await SubmitAsync(FalModel)).ShouldBe(200);
        (await PredictAsync()).ShouldBe(402);

        await simulator.Control.ClearFaultsAsync();
        (await PredictAsync()).ShouldBe(201);
    }

    [Theory]
    [InlineData("fal", "no_credit")]
    [InlineData("replicate", "locked")]
    [InlineData("replicate", "bad_hair_day")]
    [InlineData("suno", "locked")]
    public async Task What_a_vendor_is_not_known_to_do_can_t_be_set(string provider, string kind) =>
        await Should.ThrowAsync<InvalidOperationException>(() => simulator.Control.SetFaultAsync(provider, kind));

    [Theory]
    [InlineData("faults/fal", "{}")]
    [InlineData("faults/fal", "{\"kind\":1}")]
    [InlineData("faults/fal", "{\"kind\":\"locked\",\"tmies\":1}")]
    [InlineData("pace", "{\"render_s\":-1}")]
    [InlineData("replicate", "{}")]
    public async Task A_command_that_means_nothing_is_refused(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await simulator.Client.PutAsync($"/_control/{path}", content, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SubmitAsync(FalModel)).ShouldBe(200);
    }

    [Fact]
    public async Task Submits_are_counted_by_model_as_they_end()
    {
        await simulator.FalUntilAsync(await simulator.FalSubmitAsync(), "COMPLETED");
        await simulator.Control.SetPaceAsync(renderS: 60);
        var canceled = await simulator.FalSubmitAsync();
        using var cancel = await simulator.FalAsync(HttpMethod.Put, canceled.Text("cancel_url"));
        await simulator.FalSubmitAsync();

        var counts = (await simulator.Control.CountsAsync())[Provider.Fal][FalModel];

        (counts.Submits, counts.Accepted, counts.Refused, counts.Completed, counts.Canceled).ShouldBe((3, 3, 0, 1, 1));
        (await simulator.Control.SubmitsAsync())[0].KeyEnd.ShouldBe(RunningSimulator.FalKey[^4..]);
    }

    [Fact]
    public async Task It_starts_with_the_faults_and_the_pace_of_its_settings()
    {
        await using var locked = new RunningSimulator(("Simulator:Fal:Fault", "locked"), ("Simulator:Replicate:Fault", "rate_limited"));
        await locked.InitializeAsync();
        using var health = await locked.Client.GetAsync("/health", Token);
        using var fal = await locked.FalAsync(HttpMethod.Post, $"/{FalModel}", new { prompt = "rain" });
        using var replicate = await locked.CreateAsync(new { prompt = "rain" });

        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        fal.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        replicate.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("Simulator:Fal:Fault", "no_credit", "Simulator:Fal:Fault")]
    [InlineData("Simulator:Replicate:Fault", "sleepy", "Simulator:Replicate:Fault")]
    [InlineData("Simulator:RenderSeconds", "-1", "Simulator:RenderSeconds")]
    public async Task A_setting_that_means_nothing_stops_it_and_is_named(string key, string value, string named)
    {
        await using var wrong = new RunningSimulator((key, value));

        (await Should.ThrowAsync<OptionsValidationException>(async () => await wrong.InitializeAsync())).Message.ShouldContain(named);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<int> SubmitAsync(string model)
    {
        using var response = await simulator.FalAsync(HttpMethod.Post, $"/{model}", new { prompt = "soft rain" });
        return (int)response.StatusCode;
    }

    private async Task<int> PredictAsync()
    {
        using var response = await simulator.CreateAsync(new { prompt = "soft rain" });
        return (int)response.StatusCode;
    }
}
