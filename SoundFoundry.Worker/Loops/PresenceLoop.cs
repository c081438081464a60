using Microsoft.Extensions.Options;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Workers;
using SoundFoundry.Worker.Renditions;

namespace SoundFoundry.Worker.Loops;

/// <summary>Tells the relay that this worker is there and how much it can carry, and the Api what it can make.</summary>
internal sealed class PresenceLoop(
    IServiceScopeFactory scopes, WorkerIdentity identity, IOptions<WorkerOptions> options, Encoders encoders, Hints hints,
    LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger<PresenceLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private bool _announced;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        var makes = await encoders.MakesAsync(cancellationToken);
        await db.SayAliveAsync(identity.Id, options.Value.StudioSlots, options.Value.RemoteSlots, makes, cancellationToken);
        if (_announced) return;
        _announced = true;
        hints.WorkWaiting();
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(Interval, Clock, cancellationToken);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SoundFoundryDb>().SignOffAsync(identity.Id, cancellationToken);
        }
        catch (Exception exception) when (exception.IsOutage())
        {
            // With PostgreSQL away the row stays, and counts for nothing in a few seconds.
        }
    }
}
