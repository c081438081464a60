namespace SoundFoundry.Api.Jobs;

/// <summary>A line of a job's log.</summary>
public sealed record JobLogLine(DateTimeOffset At, string Level, string Message, string? Provider, int? Attempt, string? TraceId);
