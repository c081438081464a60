using System.Net;
using static SoundFoundry.Tests.Simulator.VendorCalls;

namespace SoundFoundry.Tests.Simulator.Fal;

/// <summary>What can be asked at fal without paying.</summary>
public sealed class FalAccountTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Fact]
    public async Task The_balance_is_a_bare_number()
    {
        using var response = await simulator.FalAsync(HttpMethod.Get, "/billing/user_balance");

        (await response.ReadAsync()).GetDouble().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(FalModel, HttpStatusCode.OK)]
    [InlineData("fal-ai/retired", HttpStatusCode.NotFound)]
    public async Task A_model_is_known_or_not(string endpoint, HttpStatusCode status)
    {
        using var response = await simulator.FalAsync(HttpMethod.Get, $"/v1/models?endpoint_id={endpoint}");

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_file_is_kept_as_long_as_its_order_said()
    {
        using var response = await simulator.FalAsync(HttpMethod.Post, $"/{FalModel}", new { prompt = "soft rain", seconds_total = 1 },
            ("X-Fal-Object-Lifecycle-Preference", "{\"expiration_duration_seconds\":3600}"));
        var submitted = await response.ReadAsync();
        await simulator.FalUntilAsync(submitted, "COMPLETED");
        using var result = await simulator.FalAsync(HttpMethod.Get, submitted.Text("response_url"));
        var file = (await result.ReadAsync()).GetProperty("audio").Text("url");
        using var now = await simulator.Client.GetAsync(file, TestContext.Current.CancellationToken);
        await simulator.Control.AdvanceClockAsync(TimeSpan.FromMinutes(61));
        using var later = await simulator.Client.GetAsync(file, TestContext.Current.CancellationToken);

        now.StatusCode.ShouldBe(HttpStatusCode.OK);
        now.Headers.CacheControl!.ToString().ShouldContain("max-age=5184000");
        later.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
