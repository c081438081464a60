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

    /// <summary>What the work is at; the queue's length counts only while it waits. That it was put off says its time, not this.</summary>
    public static string Stage(Job job) => job switch
    {
        { Status: JobStatus.Queued, Paused: true } => "The queue is paused by the operator",
        { Status: JobStatus.Queued, QueuePosition: 1 } => "Next in the queue",
        { Status: JobStatus.Queued, QueuePosition: { } position } => $"Number {position} in the queue",
        { Status: JobStatus.Queued } => "Waiting to start",
        { Stage: "rendering", Provider: "fal" or "replicate" } => $"Rendering at {Provider(job.Provider)}",
        { Stage: "waiting_at_provider", ProviderPosition: 0 } => $"Next in {Provider(job.Provider)}'s queue",
        { Stage: "waiting_at_provider", ProviderPosition: { } before } => $"Number {before + 1} in {Provider(job.Provider)}'s queue",
        { Stage: "waiting_at_provider" } => $"Waiting at {Provider(job.Provider)}",
        { Stage: "searching" } => $"{Provider(job.Provider)} did not answer; looking for the track there",
        { Stage: "fetching" } => $"Fetching it from {Provider(job.Provider)}",
        { Stage: { Length: > 0 } stage } => $"{char.ToUpperInvariant(stage[0])}{stage[1..].Replace('_', ' ')}",
        _ => "Starting",
    };

    /// <summary>A provider by the name it has in the world.</summary>
    public static string Provider(string? name) => name switch
    {
        "fal" => "fal.ai",
        "replicate" => "Replicate",
        null => "the provider",
        _ => name,
    };

    /// <summary>Who made a finished track, and at which try: the tries before may have been others, or the same one.</summary>
    public static string Maker(Track track)
    {
        var maker = $"by {Provider(track.Provider)}";
        return track.Attempts switch
        {
            <= 1 => maker,
            2 => $"{maker}, at the second try",
            3 => $"{maker}, at the third try",
            var tries => $"{maker}, after {tries} tries",
        };
    }

    public static string Late(LateOffer offer) => $"{Provider(offer.Provider)} finished this after all.";

    /// <summary>What taking a late result does and costs.</summary>
    /// <param name="instead">Whether there is another version already.</param>
    public static string Take(LateOffer offer, bool instead)
    {
        var verb = instead ? "Use it instead" : "Keep it";
        return offer.Credits switch
        {
            0 => verb,
            1 => $"{verb} (1 credit)",
            _ => $"{verb} ({offer.Credits} credits)",
        };
    }

    /// <summary>Why a job failed and what that cost, as sentences.</summary>
    public static string Failure(Job job)
    {
        var reason = job.Error?.Trim() is { Length: > 0 } error ? error : "It did not work, and no reason was given.";
        return $"{reason}{(char.IsPunctuation(reason[^1]) ? "" : ".")} {Charge(job)}".TrimEnd();
    }

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
        _ => row.Job is null ? $"{row.Name} failed." : $"{row.Name} failed. {Failure(row.Job)}",
    };
}
