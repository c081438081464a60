using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker.Loops;
using StackExchange.Redis;

namespace SoundFoundry.Worker.Dispatch;

/// <summary>Moves jobs from the outbox to the streams. Every worker runs this loop; the one that holds PostgreSQL's advisory lock
/// relays, and the others take over within a second of its end.</summary>
internal sealed class RelayLoop(
    IServiceScopeFactory scopes, LaneStreams streams, QueueGauge gauge, Hints hints, IConnectionMultiplexer redis,
    IOptions<DispatchOptions> limits, LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger<RelayLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SafetyPoll = TimeSpan.FromSeconds(2);

    private readonly LoopPulse _pulse = pulse;
    private readonly Doorbell _doorbell = new(redis, RedisNames.RelayDoorbell, clock);

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (!await TryLeadAsync(db, cancellationToken)) return;
            while (!cancellationToken.IsCancellationRequested)
            {
                foreach (var lane in Enum.GetValues<Lane>()) await RelayAsync(db, lane, cancellationToken);
                await gauge.MeasureAsync(db, cancellationToken);
                _pulse.Beat(Name);
                await _doorbell.WaitAsync(SafetyPoll, cancellationToken);
            }
        }
        finally
        {
            // Lock and settings belong to the session: the next user of a pooled connection must not meet them.
            if (db.Database.GetDbConnection().State == System.Data.ConnectionState.Open)
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock_all(); RESET ALL", CancellationToken.None);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _doorbell.Dispose();
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(AskAgain, Clock, cancellationToken);

    /// <summary>Puts as many jobs on a lane's stream as its workers have room for.</summary>
    /// <remarks>The mark comes first, so that a claim never waits for it. What was marked and did not reach the stream, because this
    /// process or Redis went away, is chosen again five seconds later; the claim decides among several entries of one job.</remarks>
    private async Task RelayAsync(SoundFoundryDb db, Lane lane, CancellationToken cancellationToken)
    {
        var chosen = await db.ChooseAsync(lane, limits.Value, cancellationToken);
        if (chosen.Count == 0) return;

        await Task.WhenAll(chosen.Select(message => streams.AddAsync(lane, message, cancellationToken)));
        hints.StreamFilled();
    }

    /// <remarks>A leader that freezes, or loses its network, does not give its lock back: PostgreSQL ends its session instead, since
    /// a leader that works asks something every two seconds. Its commits need not wait for the disk: a mark that
    /// a crash forgets is made again.</remarks>
    private static async Task<bool> TryLeadAsync(SoundFoundryDb db, CancellationToken cancellationToken)
    {
        if (!await db.TryTakeForSessionAsync(Errand.Relay, cancellationToken)) return false;
        await db.Database.ExecuteSqlAsync(
            $"SET idle_session_timeout = '4s'; SET idle_in_transaction_session_timeout = '4s'; SET synchronous_commit = off", cancellationToken);
        return true;
    }
}
