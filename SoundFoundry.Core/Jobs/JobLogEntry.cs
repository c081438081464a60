namespace SoundFoundry.Core.Jobs;

/// <summary>A line of the log that the user reads beside the track.</summary>
public sealed class JobLogEntry
{
    public long Id { get; init; }

    public required long JobId { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Level { get; init; }

    public required string Message { get; init; }

    public string? Provider { get; init; }

    public int? Attempt { get; init; }

    public string? TraceId { get; init; }
}
