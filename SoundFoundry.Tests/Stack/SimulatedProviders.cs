using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Simulator;
using StackExchange.Redis;

namespace SoundFoundry.Tests.Stack;

/// <summary>The running stack with both providers, simulated, and with little patience: what takes minutes there takes seconds here.</summary>
/// <param name="first">The provider asked first.</param>
public class SimulatedProviders(SharedPostgres postgres, string first, params (string Key, string Value)[] settings) : IAsyncLifetime
{
    private readonly RunningStack _stack = new(postgres);
    private readonly RunningSimulator _simulator = new(("Simulator:Mono", "true"));

    internal RunningStack Stack => _stack;

    internal SimulatorControl Control => _simulator.Control;

    internal HttpClient Client => _stack.Client;

    public async ValueTask InitializeAsync()
    {
        await _simulator.InitializeAsync();
        await _stack.StartApiAsync(CancellationToken.None, settings: Settings());
        _stack.StartWorker();
    }

    /// <summary>As if nothing had gone wrong yet: no fault is set, and no breaker is open.</summary>
    internal async Task BeginAfreshAsync()
    {
        await Control.ResetAsync();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_stack.Redis.ConnectionString);
        foreach (var provider in new[] { "fal", "replicate" })
        {
            await redis.GetDatabase().KeyDeleteAsync(RedisNames.Breaker(provider));
            foreach (var model in new[] { "stable-audio-25", "stable-audio-2.5" })
                await redis.GetDatabase().KeyDeleteAsync(RedisNames.Breaker(provider, model));
        }
    }

    internal Task<List<Attempt>> AttemptsAsync(long jobId) => _stack.WithDbAsync(db => db.Attempts.AsNoTracking()
        .Where(attempt => attempt.JobId == jobId).OrderBy(attempt => attempt.Id).ToListAsync(TestContext.Current.CancellationToken));

    internal async Task<List<string>> LogAsync(long jobId) =>
        [.. (await Client.GetAsJsonAsync($"/api/jobs/{jobId}/logs")).EnumerateArray().Select(line => line.GetProperty("message").GetString()!)];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _stack.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private Dictionary<string, string> Settings()
    {
        var all = new Dictionary<string, string>
        {
            ["ENVIRONMENT"] = "Development",
            ["Providers:Default"] = first,
            ["Providers:Simulator"] = _simulator.Address.ToString(),
            ["Providers:FalKey"] = RunningSimulator.FalKey,
            ["Providers:ReplicateToken"] = RunningSimulator.ReplicateToken,
            ["Remote:SubmitTimeout"] = "00:00:01",
            ["Remote:RateLimitPatience"] = "00:00:02",
            ["Remote:UnknownOutcomeWait"] = "00:00:02",
            ["Remote:RenderTimeout"] = "00:00:06",
        };
        foreach (var (key, value) in settings) all[key] = value;
        return all;
    }
}
