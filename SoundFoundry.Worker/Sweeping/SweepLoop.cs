using Microsoft.Extensions.Options;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Worker.Loops;

namespace SoundFoundry.Worker.Sweeping;

/// <summary>Takes back what nobody holds any more. Every worker runs it; each of its statements decides row by row, so that several
/// at once do the same work only once.</summary>
internal sealed partial class SweepLoop(
    IServiceScopeFactory scopes, IOptions<WorkerOptions> options, Hints hints,
    LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger<SweepLoop> logger)
    : Loop(pulse, schema, clock, logger)
{
    private readonly ILogger _logger = logger;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        var requeued = await db.RequeueLapsedAsync(cancellationToken);
        if (requeued > 0)
        {
            Log.Requeued(_logger, requeued);
            hints.WorkWaiting();
        }

        foreach (var hopeless in await db.FindHopelessAsync(cancellationToken))
        {
            if (!await hopeless.EndAsync(db, cancellationToken)) continue;
            Log.Ended(_logger, hopeless.JobId, hopeless.Why);
            hints.JobChanged(hopeless.UserId, hopeless.JobId);
        }
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(options.Value.Sweep, Clock, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(EventId = 2050, Level = LogLevel.Warning, Message = "{Count} job(s) lost their worker and are dispatched again.")]
        public static partial void Requeued(ILogger logger, int count);

        [LoggerMessage(EventId = 2051, Level = LogLevel.Warning, Message = "Job {JobId} was ended by the sweeper: {Why}")]
        public static partial void Ended(ILogger logger, long jobId, string why);
    }
}
