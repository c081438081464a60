using SoundFoundry.Core.Events;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker.Loops;
using StackExchange.Redis;

namespace SoundFoundry.Worker.Renditions;

/// <summary>Makes what was asked for, one at a time, so that renders keep their cores. Every worker runs it; only rows say what waits, so
/// nothing is lost with a worker.</summary>
internal sealed class RenditionLoop(
    IServiceScopeFactory scopes, IConnectionMultiplexer redis, LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger<RenditionLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>For writing down what came of it, beyond the time it may take.</summary>
    private static readonly TimeSpan Lease = RenditionMaking.Longest + TimeSpan.FromMinutes(1);

    private readonly Doorbell _doorbell = new(redis, RedisNames.RenditionDoorbell, clock);
    private readonly LoopPulse _pulse = pulse;

    public override void Dispose()
    {
        _doorbell.Dispose();
        base.Dispose();
    }

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
            if (await db.ClaimRenditionAsync(Lease, CancellationToken.None) is not { } claimed) return;

            var making = Task.Run(
                () => scope.ServiceProvider.GetRequiredService<RenditionMaking>().MakeAsync(claimed, cancellationToken), CancellationToken.None);
            while (await Task.WhenAny(making, Task.Delay(Beat, Clock, CancellationToken.None)) != making) _pulse.Beat(Name);
            await making;
        }
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => _doorbell.WaitAsync(Poll, cancellationToken);
}
