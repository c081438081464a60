using System.Net;
using System.Text.Json;

namespace SoundFoundry.Tests.Simulator.Replicate;

public sealed class CreditLimitTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Fact]
    public async Task An_account_short_of_credit_gets_one_prediction_in_ten_seconds_and_a_refused_attempt_counts_too()
    {
        await simulator.Control.SetLowCreditAsync(true);

        var first = await CreateAsync();
        var second = await CreateAsync();
        await simulator.Control.AdvanceClockAsync(TimeSpan.FromSeconds(11));
        var tooEarly = await CreateAsync();
        await simulator.Control.AdvanceClockAsync(TimeSpan.FromSeconds(60));
        var waited = await CreateAsync();

        first.Status.ShouldBe(HttpStatusCode.Created);
        second.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        second.Body.Text("detail").ShouldStartWith(
            "Request was throttled. Your rate limit for creating predictions is reduced to 6 requests per minute");
        second.Body.GetProperty("retry_after").GetInt32().ShouldBe(20);
        tooEarly.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        waited.Status.ShouldBe(HttpStatusCode.Created);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> CreateAsync()
    {
        using var response = await simulator.CreateAsync(new { prompt = "soft rain" });
        return (response.StatusCode, await response.ReadAsync());
    }
}
