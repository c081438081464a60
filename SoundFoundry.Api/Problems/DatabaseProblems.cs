using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace SoundFoundry.Api.Problems;

/// <summary>PostgreSQL away is a 503 that says when to come back, not a fault of ours.</summary>
internal sealed partial class DatabaseProblems(IProblemDetailsService problems, ILogger<DatabaseProblems> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (!IsUnavailable(exception)) return ValueTask.FromResult(false);

        Log.Unavailable(logger, exception.GetBaseException().Message);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "2";
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Detail = "The database does not answer at the moment. Try again, with the same Idempotency-Key if there was one.",
                Extensions = { ["code"] = ProblemCodes.DatabaseUnavailable },
            },
        });
    }

    private static bool IsUnavailable(Exception? exception) => exception switch
    {
        null => false,
        NpgsqlException { IsTransient: true } => true,
        PostgresException
        {
            SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
                or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn,
        } => true,
        _ => IsUnavailable(exception.InnerException),
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "PostgreSQL is unavailable: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
