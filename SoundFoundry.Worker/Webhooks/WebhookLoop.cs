using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Webhooks;
using SoundFoundry.Worker.Loops;

namespace SoundFoundry.Worker.Webhooks;

/// <summary>Sends what is due to webhooks, as much at once as there are slots. Every worker runs it; only rows say what is due, so nothing
/// is lost with a worker.</summary>
internal sealed class WebhookLoop(
    IServiceScopeFactory scopes, WebhookDelivering delivering, IOptions<WebhookOptions> options, LoopPulse pulse, SchemaGate schema,
    TimeProvider clock, ILogger<WebhookLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <summary>What ends in so short a time is followed by one choice for all: choosing costs the more, the more is due.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    /// <summary>For writing down what came of it, beyond the time it may take.</summary>
    private static readonly TimeSpan LeaseReserve = TimeSpan.FromSeconds(20);

    /// <summary>A request on its way gets so long to end when the worker stops.</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly Channel<bool> _slotFreed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Cuts what is still under way when the grace is over.</summary>
    private CancellationToken _end;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var end = new CancellationTokenSource();
        _end = end.Token;
        try
        {
            await base.ExecuteAsync(stoppingToken);
        }
        finally
        {
            var running = Task.WhenAll(_running.Keys);
            await Task.WhenAny(running, Task.Delay(StopGrace, Clock, CancellationToken.None));
            await end.CancelAsync();
            await running;
        }
    }

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var free = options.Value.Slots - _running.Count;
        if (free <= 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        cancellationToken.ThrowIfCancellationRequested();
        // A stop does not cut it: what was claimed is sent, or handed back.
        foreach (var due in await db.ClaimDeliveriesAsync(free, options.Value.Timeout + LeaseReserve, CancellationToken.None))
        {
            var attempt = Task.Run(() => delivering.DeliverAsync(due, _end), CancellationToken.None);
            _running.TryAdd(attempt, 0);
            _ = attempt.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    protected override async Task PauseAsync(CancellationToken cancellationToken)
    {
        using var poll = new CancellationTokenSource(Poll, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, poll.Token);
        try
        {
            await _slotFreed.Reader.ReadAsync(either.Token);
            await Task.Delay(Breath, Clock, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing ended in time; the loop looks anyway.
        }
    }

    private void Ended(Task attempt)
    {
        _running.TryRemove(attempt, out _);
        _slotFreed.Writer.TryWrite(true);
    }
}
