using System.Text.Json;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Worker.Renders;

public sealed class ProviderQueueTests(SharedPostgres postgres)
{
    [Fact]
    public async Task The_place_in_the_providers_own_queue_is_told_as_long_as_the_job_waits_there()
    {
        await using var providers = new SimulatedProviders(postgres, "fal");
        await providers.InitializeAsync();
        await providers.Control.SetPaceAsync(queueS: 3, renderS: 1);

        var (_, jobId) = await providers.Client.CreateTrackAsync();

        var waiting = await providers.Client.UntilAsync(
            $"/api/jobs/{jobId}", job => job.GetProperty("provider_position").ValueKind == JsonValueKind.Number);
        waiting.GetProperty("stage").GetString().ShouldBe("waiting_at_provider");
        var done = await providers.Client.JobReachesAsync(jobId, "COMPLETE", "FAILED");
        done.GetProperty("status").GetString().ShouldBe("COMPLETE");
        done.GetProperty("provider_position").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
