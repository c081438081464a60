using SoundFoundry.Core.Events;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker.Loops;
using StackExchange.Redis;

namespace SoundFoundry.Worker.Renditions;

/// <summary>Makes what was asked for, one at a time, so that renders keep their cores. Every worker runs it; only rows say what waits, so
/// nothing is lost with a worker.</summary>
internal sealed partial class RenditionLoop(
    IServiceScopeFactory scopes, Encoders encoders, IConnectionMultiplexer redis, LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger<RenditionLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>So soon another worker takes what a dead one had.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

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
            var makes = await encoders.MakesAsync(cancellationToken);
            if (await db.ClaimRenditionAsync(Lease, makes, CancellationToken.None) is not { } claimed) return;

            using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var making = Task.Run(() => scope.ServiceProvider.GetRequiredService<RenditionMaking>().MakeAsync(claimed, held.Token), CancellationToken.None);
            while (await Task.WhenAny(making, Task.Delay(Beat, Clock, CancellationToken.None)) != making)
            {
                _pulse.Beat(Name);
                if (!await IsHeldAsync(claimed)) await held.CancelAsync();
            }

            await making;
        }
    }

    private async Task<bool> IsHeldAsync(ClaimedRendition claimed)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SoundFoundryDb>().RenewRenditionAsync(claimed, Lease, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // Nothing is lost while nobody else has it, and who has is told by the fence. What is being made must not run on unwatched.
            Log.NotRenewed(logger, claimed.Id, exception.GetBaseException().Message);
            return true;
        }
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => _doorbell.WaitAsync(Poll, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(EventId = 2503, Level = LogLevel.Warning, Message = "The lease of rendition {RenditionId} could not be renewed: {Reason}")]
        public static partial void NotRenewed(ILogger logger, long renditionId, string reason);
    }
}
