namespace SoundFoundry.Web.Tracks;

/// <param name="Level"><c>info</c> or <c>warning</c>.</param>
public sealed record LogLine(DateTimeOffset At, string Level, string Message, string? Provider, int? Attempt, string? TraceId);
