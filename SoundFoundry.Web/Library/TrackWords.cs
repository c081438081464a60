using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>How states and numbers of a track are said.</summary>
internal static class TrackWords
{
    public static string Of(JobStatus status) => status switch
    {
        JobStatus.Queued => "Queued",
        JobStatus.Rendering => "Rendering",
        JobStatus.Complete => "Complete",
        JobStatus.Failed => "Failed",
        JobStatus.Canceled => "Canceled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };

    public static string Length(double seconds)
    {
        var whole = (int)Math.Round(seconds);
        return $"{whole / 60}:{whole % 60:00}";
    }

    public static string Left(double seconds) => seconds switch
    {
        < 8 => "a few seconds left",
        < 90 => $"about {Math.Round(seconds / 5) * 5:0} s left",
        _ => $"about {Math.Ceiling(seconds / 60):0} min left",
    };

    /// <summary>What the work is at; the queue's length counts only while it waits.</summary>
    public static string Stage(Job job) => job switch
    {
        { Status: JobStatus.Queued, QueuePosition: 1 } => "Next in the queue",
        { Status: JobStatus.Queued, QueuePosition: { } position } => $"Number {position} in the queue",
        { Status: JobStatus.Queued } => "Waiting to start",
        { Stage: { Length: > 0 } stage } => $"{char.ToUpperInvariant(stage[0])}{stage[1..].Replace('_', ' ')}",
        _ => "Starting",
    };

    public static string? Charge(Job job) => job.Charged switch
    {
        0 => "You were not charged.",
        1 => "1 credit was charged.",
        { } credits => $"{credits} credits were charged.",
        null => null,
    };

    /// <summary>For those who listen rather than look.</summary>
    public static string Announce(TrackRow row) => row.Status switch
    {
        JobStatus.Queued => $"{row.Name} is queued.",
        JobStatus.Rendering => $"{row.Name} is rendering.",
        JobStatus.Complete => $"{row.Name} is ready.",
        JobStatus.Canceled => $"{row.Name} was canceled.",
        _ => $"{row.Name} failed. {row.Job?.Error} {(row.Job is null ? null : Charge(row.Job))}",
    };
}
