using System.Net;
using System.Text.Json;
using static SoundFoundry.Tests.Simulator.VendorCalls;

namespace SoundFoundry.Tests.Simulator.Fal;

public sealed class FalQueueTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await simulator.Control.ResetAsync();

    [Fact]
    public async Task A_job_goes_from_the_queue_to_an_audio_file_of_the_length_asked_for()
    {
        var submitted = await simulator.FalSubmitAsync();
        await simulator.FalUntilAsync(submitted, "COMPLETED");
        using var response = await simulator.FalAsync(HttpMethod.Get, submitted.Text("response_url"));
        var audio = (await response.ReadAsync()).GetProperty("audio");
        var bytes = await simulator.Client.GetByteArrayAsync(audio.Text("url"), TestContext.Current.CancellationToken);

        submitted.Text("status").ShouldBe("IN_QUEUE");
        response.Headers.GetValues("x-fal-request-id").ShouldBe([submitted.Text("request_id")]);
        audio.Text("content_type").ShouldBe("audio/wav");
        bytes.Length.ShouldBe(44 + 2 * 44_100 * 2 * 2);
        audio.GetProperty("file_size").GetInt64().ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task The_path_of_a_model_within_its_app_is_not_part_of_the_addresses_given_but_may_be_asked_with()
    {
        var submitted = await simulator.FalSubmitAsync();
        var id = submitted.Text("request_id");

        submitted.Text("status_url").ShouldBe($"{simulator.Address}fal-ai/stable-audio-25/requests/{id}/status");
        submitted.Text("cancel_url").ShouldBe($"{simulator.Address}fal-ai/stable-audio-25/requests/{id}/cancel");
        foreach (var address in new[] { $"/{FalModel}/requests/{id}/status", $"/fal-ai/stable-audio-25/requests/{id}/status/" })
        {
            using var response = await simulator.FalAsync(HttpMethod.Get, address);
            response.IsSuccessStatusCode.ShouldBeTrue(address);
        }
    }

    [Fact]
    public async Task The_status_is_202_until_the_job_has_ended_and_the_key_logs_is_there_even_when_not_asked_for()
    {
        await simulator.Control.SetPaceAsync(renderS: 300);
        var submitted = await simulator.FalSubmitAsync();
        using var early = await simulator.FalAsync(HttpMethod.Get, submitted.Text("status_url"));
        var running = await simulator.FalUntilAsync(submitted, "IN_PROGRESS");
        await simulator.Control.AdvanceClockAsync(TimeSpan.FromSeconds(301));
        await simulator.FalUntilAsync(submitted, "COMPLETED");
        using var late = await simulator.FalAsync(HttpMethod.Get, $"{submitted.Text("status_url")}?logs=true");

        early.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        running.GetProperty("logs").ValueKind.ShouldBe(JsonValueKind.Null);
        late.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await late.ReadAsync()).GetProperty("logs").GetArrayLength().ShouldBeGreaterThan(1);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
