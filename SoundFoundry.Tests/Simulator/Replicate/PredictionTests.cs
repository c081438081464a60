using System.Text.Json;
using static SoundFoundry.Tests.Simulator.VendorCalls;

namespace SoundFoundry.Tests.Simulator.Replicate;

public sealed class PredictionTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_prediction_goes_from_starting_to_an_output_and_has_none_before()
    {
        var created = await simulator.PredictAsync();
        var done = await simulator.PredictionUntilAsync(created, "succeeded");
        var bytes = await simulator.Client.GetByteArrayAsync(done.Text("output"), Token);

        created.Text("status").ShouldBe("starting");
        created.TryGetProperty("output", out _).ShouldBeFalse();
        done.GetProperty("metrics").GetProperty("predict_time").GetDouble().ShouldBe(0.2, tolerance: 0.001);
        done.Text("logs").ShouldContain("100%|██████████| 50/50");
        bytes.Length.ShouldBe(44 + 2 * 44_100 * 2 * 2);
    }

    [Fact]
    public async Task An_hour_after_its_end_a_prediction_has_lost_input_output_logs_and_file()
    {
        var created = await simulator.PredictAsync();
        var done = await simulator.PredictionUntilAsync(created, "succeeded");
        await simulator.Control.AdvanceClockAsync(TimeSpan.FromMinutes(61));

        var later = await simulator.PredictionUntilAsync(created, "succeeded");
        using var file = await simulator.Client.GetAsync(done.Text("output"), Token);

        later.GetProperty("data_removed").GetBoolean().ShouldBeTrue();
        later.GetProperty("output").ValueKind.ShouldBe(JsonValueKind.Null);
        later.GetProperty("input").EnumerateObject().ShouldBeEmpty();
        file.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
