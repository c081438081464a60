using System.Text.Json;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.AppHost.Embedded;

/// <summary>What whoever has no key sees: both providers simulated, and fal's account locked.</summary>
public sealed class SimulateTests
{
    // Longer than the first two tracks take on a busy machine, and short enough to wait for.
    private const string Cooldown = "00:00:15";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 240_000)]
    public async Task The_first_track_falls_back_the_next_goes_straight_and_after_the_wait_one_job_tries_again()
    {
        using var folder = new ServerFolder("engine");
        await using var engine = await RunningEngine.StartAsync(
            ["dotnet", AppHostProgram.Assembly], folder.Path, ["--simulate", "--simulator-port", $"{LoopbackPort.Free()}"],
            new Dictionary<string, string> { ["Breakers__Cooldown"] = Cooldown, ["Simulator__RenderSeconds"] = "0.2", ["Simulator__Mono"] = "true" });
        await engine.ReadyAsync(Token);
        using var api = new HttpClient { BaseAddress = new Uri($"http://localhost:{engine.ApiPort}") };

        var first = await RenderAsync(api);
        var second = await RenderAsync(api);

        first.ShouldBe(
        [
            "Job 1: Using provider: fal, track_id=1, attempt=1",
            "Job 1: Provider fal failed: User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing., error_code=403",
            "Job 1: Falling back to replicate, track_id=1, attempt=2",
            "Job 1: Fallback successful, using replicate",
        ]);
        second.ShouldBe(["Job 2: Using provider: replicate, track_id=2, attempt=1"]);
        foreach (var line in first) engine.Lines.ShouldContain(shown => shown.Contains(line, StringComparison.Ordinal));

        await api.UntilAsync("/api/health/providers", IsFalDue);
        var later = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RenderAsync(api)));

        later.Count(log => log[0].Contains("Using provider: fal", StringComparison.Ordinal)).ShouldBe(1);
        later.Count(log => log[0].Contains("Using provider: replicate", StringComparison.Ordinal)).ShouldBe(3);
    }

    private static bool IsFalDue(JsonElement health) =>
        health.GetProperty("providers").EnumerateArray().Single(provider => provider.GetProperty("name").GetString() == "fal")
            .GetProperty("breaker").GetProperty("retry_in_s").GetDouble() == 0;

    /// <summary>Renders a track, and tells what its log says of providers.</summary>
    private static async Task<List<string>> RenderAsync(HttpClient api)
    {
        var (_, jobId) = await api.CreateTrackAsync();
        (await api.JobReachesAsync(jobId, "COMPLETE", "FAILED")).GetProperty("status").GetString().ShouldBe("COMPLETE");
        return
        [
            .. from line in (await api.GetAsJsonAsync($"/api/jobs/{jobId}/logs")).EnumerateArray()
               let message = line.GetProperty("message").GetString()!
               where new[] { "provider", "Provider", "allback", "alling back" }.Any(word => message.Contains(word, StringComparison.Ordinal))
               select message,
        ];
    }
}
