using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Worker.Dispatch;
using SoundFoundry.Worker.Loops;
using StackExchange.Redis;

namespace SoundFoundry.Worker.Renders;

/// <summary>Reads the streams as long as there are free slots and runs a render for each entry. When the worker stops it reads no more and
/// hands back at once what only waits for a provider, since that goes on elsewhere from where it stands; its own renders would begin again
/// there, so they get a while to end.</summary>
internal sealed partial class RenderConsumer(
    IServiceScopeFactory scopes, LaneStreams streams, IOptions<WorkerOptions> options, Hints hints, IConnectionMultiplexer redis,
    IHostApplicationLifetime lifetime, LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger<RenderConsumer> logger) : BackgroundService
{
    private static readonly TimeSpan IdlePoll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BusyTurn = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AbandonedInterval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly CancellationTokenSource _remoteEnds = new();
    private readonly CancellationTokenSource _studioEnds = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.WaitAsync(stoppingToken);
        // Not only when its own turn to stop has come: the web server goes first, and takes up to a second.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await Task.WhenAll(
                ReadAsync(Lane.Studio, options.Value.StudioSlots, stop.Token), ReadAsync(Lane.Remote, options.Value.RemoteSlots, stop.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The readers are done with.
        }

        await _remoteEnds.CancelAsync();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        var renders = Task.WhenAll(_running.Keys);
        await _remoteEnds.CancelAsync();
        await Task.WhenAny(renders, Task.Delay(options.Value.StopGrace, clock, cancellationToken));
        await _studioEnds.CancelAsync();
        await renders.WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _remoteEnds.Dispose();
        _studioEnds.Dispose();
    }

    private async Task ReadAsync(Lane lane, int slots, CancellationToken stoppingToken)
    {
        if (slots == 0) return;
        var free = new SemaphoreSlim(slots);
        using var doorbell = new Doorbell(redis, RedisNames.WorkerDoorbell, clock);
        var abandonedAt = clock.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            pulse.Beat($"{nameof(RenderConsumer)} {lane}");
            if (!await free.WaitAsync(BusyTurn, stoppingToken)) continue;
            var started = false;
            try
            {
                var entry = await streams.ReadAsync(lane, stoppingToken);
                if (entry is null && clock.GetElapsedTime(abandonedAt) > AbandonedInterval)
                {
                    abandonedAt = clock.GetTimestamp();
                    entry = await streams.TakeAbandonedAsync(lane, stoppingToken);
                }

                if (entry is { } found)
                {
                    started = true;
                    Start(lane, found, free);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Redis away or restarting must not end the reading for good.
                Log.ReadFailed(logger, lane, exception.Message);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
            finally
            {
                if (!started) free.Release();
            }

            if (!started) await doorbell.WaitAsync(IdlePoll, stoppingToken);
        }
    }

    private void Start(Lane lane, StreamEntry entry, SemaphoreSlim free)
    {
        var render = Task.Run(() => RunAsync(lane, entry, free), CancellationToken.None);
        _running[render] = 0;
        _ = render.ContinueWith(ended => _running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task RunAsync(Lane lane, StreamEntry entry, SemaphoreSlim free)
    {
        try
        {
            if (RenderMessage.FromEntry(entry) is not { } message)
            {
                await streams.RemoveAsync(lane, entry.Id);
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RenderJob>()
                .RunAsync(lane, message, () => streams.RemoveAsync(lane, entry.Id), lane == Lane.Studio ? _studioEnds.Token : _remoteEnds.Token);
        }
        catch (Exception exception)
        {
            // The job keeps its lease until it lapses; then the sweeper gives it to a worker that can.
            Log.RenderFailed(logger, entry.Id.ToString(), exception);
        }
        finally
        {
            free.Release();
            hints.WorkWaiting();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2040, Level = LogLevel.Warning, Message = "The {Lane} stream could not be read: {Reason}")]
        public static partial void ReadFailed(ILogger logger, Lane lane, string reason);

        [LoggerMessage(EventId = 2041, Level = LogLevel.Error, Message = "The render of stream entry {EntryId} broke off.")]
        public static partial void RenderFailed(ILogger logger, string entryId, Exception exception);
    }
}
