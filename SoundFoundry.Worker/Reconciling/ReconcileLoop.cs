using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker.Loops;

namespace SoundFoundry.Worker.Reconciling;

/// <summary>Finds out, after their jobs went on without them, what became of submits whose answer was lost and of work that was abandoned,
/// and fetches what was finished after all. One worker at a time asks.</summary>
internal sealed partial class ReconcileLoop(
    IServiceScopeFactory scopes, LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger<ReconcileLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private const int AtOnce = 10;
    private const string BeforeAttempt = "before_attempt";

    /// <summary>A provider that hangs must neither hold the transaction for long nor make the loop look dead.</summary>
    private static readonly TimeSpan RoundLimit = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FetchLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BeatInterval = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger;
    private readonly LoopPulse _pulse = pulse;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        foreach (var (attempt, finished) in await AskAsync(cancellationToken)) await FetchAsync(attempt, finished, cancellationToken);
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(Interval, Clock, cancellationToken);

    /// <returns>What was finished and is still to be fetched: that may take longer than a round, and is done without its lock.</returns>
    private async Task<List<(Attempt Attempt, Finding.Finished Finished)>> AskAsync(CancellationToken cancellationToken)
    {
        var finished = new List<(Attempt, Finding.Finished)>();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.TryTakeAsync(Errand.Reconcile, cancellationToken)) return finished;

        await db.Database.ExecuteSqlAsync($"DELETE FROM provider_callbacks WHERE handled_at < now() - interval '1 day'", cancellationToken);
        var lost = await db.LostAttemptsAsync(AtOnce, cancellationToken);
        var settlement = scope.ServiceProvider.GetRequiredService<Reconciliation>();
        using var round = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        round.CancelAfter(RoundLimit);
        try
        {
            foreach (var attempt in lost)
            {
                var finding = await SettleAsync(settlement, transaction, attempt, round.Token);
                if (finding is Finding.Settled settled) Log.Settled(_logger, attempt.JobId, attempt.Number, attempt.Provider, settled.Words);
                if (finding is Finding.Finished one) finished.Add((attempt, one));
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The rest has its turn in a later round.
        }

        await transaction.CommitAsync(cancellationToken);
        return finished;
    }

    /// <summary>What goes wrong with one attempt undoes that one and leaves the others of the round as they are.</summary>
    private async Task<Finding> SettleAsync(
        Reconciliation settlement, IDbContextTransaction transaction, Attempt attempt, CancellationToken cancellationToken)
    {
        await transaction.CreateSavepointAsync(BeforeAttempt, CancellationToken.None);
        try
        {
            return await settlement.SettleAsync(attempt, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it was, it may be over in a later round.
            Log.NotSettled(_logger, attempt.JobId, attempt.Number, attempt.Provider, exception);
            await transaction.RollbackToSavepointAsync(BeforeAttempt, CancellationToken.None);
            return new Finding.Open();
        }
    }

    private async Task FetchAsync(Attempt attempt, Finding.Finished finished, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FetchLimit);
        var fetching = scope.ServiceProvider.GetRequiredService<LateDelivery>().DeliverAsync(attempt, finished, limit.Token);
        while (await Task.WhenAny(fetching, Task.Delay(BeatInterval, Clock, CancellationToken.None)) != fetching) _pulse.Beat(Name);
        try
        {
            if (await fetching is Finding.Settled settled) Log.Settled(_logger, attempt.JobId, attempt.Number, attempt.Provider, settled.Words);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The store, this disk, the database or the provider may be back for a later round; the others of this one have their turn.
            Log.NotFetched(_logger, attempt.JobId, attempt.Number, attempt.Provider, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2060, Level = LogLevel.Information, Message = "Job {JobId}: attempt {Number} at {Provider} is reconciled: {Finding}")]
        public static partial void Settled(ILogger logger, long jobId, int number, string provider, string finding);

        [LoggerMessage(EventId = 2062, Level = LogLevel.Warning,
            Message = "Job {JobId}: what {Provider} finished late in attempt {Number} could not be kept yet.")]
        public static partial void NotFetched(ILogger logger, long jobId, int number, string provider, Exception exception);

        [LoggerMessage(EventId = 2063, Level = LogLevel.Warning,
            Message = "Job {JobId}: what became of attempt {Number} at {Provider} could not be settled yet.")]
        public static partial void NotSettled(ILogger logger, long jobId, int number, string provider, Exception exception);
    }
}
