using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Audit;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;
using SoundFoundry.Core.Users;
using SoundFoundry.Worker.Loops;
using SoundFoundry.Worker.Renders;

namespace SoundFoundry.Worker.Sweeping;

/// <summary>Clears away, now and then, what nobody needs any more: left-over objects, old rows, and what dead workers left on this
/// machine. Of all workers one at a time walks the store.</summary>
internal sealed partial class TidyLoop(
    IServiceScopeFactory scopes, IOptions<SweepingOptions> options, IOptions<AuditOptions> audit, LoopPulse pulse, SchemaGate schema,
    TimeProvider clock, ILogger<TidyLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    private readonly ILogger _logger = logger;
    private readonly LoopPulse _pulse = pulse;
    private long? _begun;
    private TimeSpan _rest;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (_begun is { } begun && Clock.GetElapsedTime(begun) < _rest) return;
        _begun = Clock.GetTimestamp();
        _rest = Shorter(AfterFailure);
        WorkspaceFolder.RemoveAbandoned();
        await using var scope = scopes.CreateAsyncScope();
        var leader = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        await using var leading = await leader.Database.BeginTransactionAsync(cancellationToken);
        if (await leader.TryTakeAsync(Errand.Tidy, cancellationToken))
        {
            // The lock is all that this transaction is for. A walk through a large store takes its time; one that hangs loses it to another worker.
            await leader.Database.ExecuteSqlAsync($"SET LOCAL idle_in_transaction_session_timeout = '1h'", cancellationToken);
            await TidyAsync(cancellationToken);
        }

        _rest = options.Value.Interval;
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(Shorter(Tick), Clock, cancellationToken);

    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        var forgotten = await db.ForgetAsync(cancellationToken) + await db.ForgetAuditAsync(audit.Value.Keep, cancellationToken);
        forgotten += await db.EraseLateTracesAsync(cancellationToken);
        var storage = scope.ServiceProvider.GetRequiredService<IOptions<StorageOptions>>().Value;
        forgotten += await db.ForgetPlaylistsAsync(storage.KeepDeleted, cancellationToken);
        if (forgotten > 0) Log.Forgot(_logger, forgotten);
        await scope.ServiceProvider.GetRequiredService<StoreSweep>().RunAsync(() => _pulse.Beat(Name), cancellationToken);
    }

    private TimeSpan Shorter(TimeSpan time) => time < options.Value.Interval ? time : options.Value.Interval;

    private static partial class Log
    {
        [LoggerMessage(EventId = 2055, Level = LogLevel.Information, Message = "Forgot {Count} row(s) that were of no more use.")]
        public static partial void Forgot(ILogger logger, int count);
    }
}
