using System.Diagnostics;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Worker.JobLogs;

/// <summary>Writes each line twice: into the log that the user reads, and into the operator's.</summary>
internal sealed partial class JobLog(SoundFoundryDb db, ILogger<JobLog> logger)
{
    public Task InformAsync(long jobId, string message, string? provider, int? attempt, CancellationToken cancellationToken) =>
        WriteAsync(LogLevel.Information, jobId, message, provider, attempt, cancellationToken);

    public Task WarnAsync(long jobId, string message, string? provider, int? attempt, CancellationToken cancellationToken) =>
        WriteAsync(LogLevel.Warning, jobId, message, provider, attempt, cancellationToken);

    private async Task WriteAsync(
        LogLevel level, long jobId, string message, string? provider, int? attempt, CancellationToken cancellationToken)
    {
        var line = $"Job {jobId}: {message}";
        Log.Line(logger, level, line);
        db.JobLog.Add(new JobLogEntry
        {
            JobId = jobId,
            Level = level == LogLevel.Warning ? "warning" : "info",
            Message = line,
            Provider = provider,
            Attempt = attempt,
            TraceId = Activity.Current?.TraceId.ToString(),
        });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2030, Message = "{Line}")]
        public static partial void Line(ILogger logger, LogLevel level, string line);
    }
}
