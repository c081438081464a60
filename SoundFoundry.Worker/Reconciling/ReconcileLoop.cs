using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker.Loops;

namespace SoundFoundry.Worker.Reconciling;

/// <summary>Finds out, after their jobs went on without them, what became of submits whose answer was lost and of work that was abandoned.
/// One worker at a time does it.</summary>
internal sealed partial class ReconcileLoop(
    IServiceScopeFactory scopes, LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger<ReconcileLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    /// <summary>Our own number for this errand among PostgreSQL's advisory locks.</summary>
    private const long Lock = 7_331_002;

    private const int AtOnce = 10;

    /// <summary>A provider that hangs must neither hold the transaction for long nor make the loop look dead.</summary>
    private static readonly TimeSpan RoundLimit = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = logger;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var mine = await db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock({Lock}) AS "Value" """).SingleAsync(cancellationToken);
        if (!mine) return;

        await db.Database.ExecuteSqlAsync($"DELETE FROM provider_callbacks WHERE handled_at < now() - interval '1 day'", cancellationToken);

        // At random, so that those about which no provider will ever say a word don't stand before those that can be settled.
        var lost = await db.Attempts.FromSql(
            $"""
            SELECT * FROM attempts
            WHERE reconciled_at IS NULL AND ended_at IS NOT NULL AND started_at > now() - interval '3 days'
                AND (outcome = 'UNKNOWN' OR (outcome = 'ABANDONED' AND request_id IS NOT NULL))
            ORDER BY random() LIMIT {AtOnce}
            """).AsNoTracking().ToListAsync(cancellationToken);
        var settlement = scope.ServiceProvider.GetRequiredService<Reconciliation>();
        using var round = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        round.CancelAfter(RoundLimit);
        try
        {
            foreach (var attempt in lost)
            {
                if (await settlement.SettleAsync(attempt, round.Token) is not { } finding) continue;
                Log.Settled(_logger, attempt.JobId, attempt.Number, attempt.Provider, finding);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The rest has its turn in a later round.
        }

        await transaction.CommitAsync(cancellationToken);
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(Interval, Clock, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(EventId = 2060, Level = LogLevel.Information, Message = "Job {JobId}: attempt {Number} at {Provider} is reconciled: {Finding}")]
        public static partial void Settled(ILogger logger, long jobId, int number, string provider, string finding);
    }
}
