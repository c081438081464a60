using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.Loops;

/// <summary>Holds the loops back until the database's schema is at least the one this build was made for.</summary>
internal sealed partial class SchemaGate(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SchemaGate> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (!await IsOpenAsync(cancellationToken)) await Task.Delay(Pause, clock, cancellationToken);
    }

    private async Task<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
            return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.Waiting(logger, exception.GetBaseException().Message);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2010, Level = LogLevel.Warning, Message = "Waiting for PostgreSQL: {Reason}")]
        public static partial void Waiting(ILogger logger, string reason);
    }
}
