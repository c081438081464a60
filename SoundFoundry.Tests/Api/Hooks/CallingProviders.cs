using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Providers;
using SoundFoundry.Tests.Servers;
using SoundFoundry.Tests.Simulator;
using SoundFoundry.Tests.Stack;

namespace SoundFoundry.Tests.Api.Hooks;

/// <summary>The running stack with simulated providers that call our Api back.</summary>
public sealed class CallingProviders(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly RunningStack _stack = new(postgres);

    internal RunningSimulator Simulator { get; } = new(("Simulator:Mono", "true"));

    internal RunningStack Stack => _stack;

    internal HttpClient Client => _stack.Client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Simulator.InitializeAsync();
        await _stack.StartApiAsync(CancellationToken.None, settings: new Dictionary<string, string>
        {
            ["ENVIRONMENT"] = "Development",
            ["Providers:Simulator"] = Simulator.Address.ToString(),
            ["Providers:FalKey"] = RunningSimulator.FalKey,
            ["Providers:ReplicateToken"] = RunningSimulator.ReplicateToken,
        });
    }

    /// <summary>A worker that asks this provider first, and tells it where to call.</summary>
    internal void StartWorker(string first) =>
        _stack.StartWorker(("Providers:Default", first), ("Api:PublicUrl", _stack.Address.ToString()));

    internal Task<Attempt> AttemptAsync(long jobId) =>
        _stack.WithDbAsync(db => db.Attempts.AsNoTracking().SingleAsync(attempt => attempt.JobId == jobId, Token));

    internal Task<List<ProviderCallback>> CallsAsync(Guid token) =>
        _stack.WithDbAsync(db => db.ProviderCallbacks.AsNoTracking().Where(call => call.Token == token).ToListAsync(Token));

    /// <summary>Waits until some calls about an attempt were taken and a worker acted on them.</summary>
    internal async Task<List<ProviderCallback>> HandledCallsAsync(Guid token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var calls = await CallsAsync(token);
            if (calls.Count > 0 && calls.All(call => call.HandledAt is not null)) return calls;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stack.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
