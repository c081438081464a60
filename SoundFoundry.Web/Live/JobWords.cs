using Microsoft.Extensions.Localization;
using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Live;

/// <summary>How states, stages and outcomes are said, in the visitor's language.</summary>
internal sealed class JobWords(ProviderNames names, IStringLocalizer<Words> t)
{
    public string Of(JobStatus status) => status switch
    {
        JobStatus.Queued => t["Queued"],
        JobStatus.Rendering => t["Rendering"],
        JobStatus.Complete => t["Complete"],
        JobStatus.Failed => t["Failed"],
        JobStatus.Canceled => t["Canceled"],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };

    /// <summary>What the work is at; the queue's length counts only while it waits. That it was put off says its time, not this.</summary>
    public string Stage(Job job) => job switch
    {
        { Status: JobStatus.Queued, Paused: true } => t["The queue is paused by the operator"],
        { Status: JobStatus.Queued, QueuePosition: 1 } => t["Next in the queue"],
        { Status: JobStatus.Queued, QueuePosition: { } position } => t["Number {0} in the queue", position],
        { Status: JobStatus.Queued } => t["Waiting to start"],
        { Stage: "rendering", Provider: "fal" or "replicate" } => t["Rendering at {0}", Provider(job.Provider)],
        { Stage: "rendering" } => t["Rendering"],
        { Stage: "waiting_at_provider", ProviderPosition: 0 } => t["Next in {0}'s queue", Provider(job.Provider)],
        { Stage: "waiting_at_provider", ProviderPosition: { } before } => t["Number {0} in {1}'s queue", before + 1, Provider(job.Provider)],
        { Stage: "waiting_at_provider" } => t["Waiting at {0}", Provider(job.Provider)],
        { Stage: "searching" } => t["{0} did not answer; looking for the track there", Provider(job.Provider)],
        { Stage: "fetching" } => t["Fetching it from {0}", Provider(job.Provider)],
        { Stage: "checking" } => t["Checking"],
        { Stage: "storing" } => t["Storing"],
        { Stage: "canceling" } => t["Canceling"],
        { Stage: { Length: > 0 } and not "starting" } => $"{char.ToUpperInvariant(job.Stage[0])}{job.Stage[1..].Replace('_', ' ')}",
        _ => t["Starting"],
    };

    public string Provider(string? name) => names.InSentence(name);

    /// <summary>Who made a finished track, and at which try: the tries before may have been others, or the same one.</summary>
    public string Maker(Track track) => track.Attempts switch
    {
        <= 1 => t["by {0}", Provider(track.Provider)],
        2 => t["by {0}, at the second try", Provider(track.Provider)],
        3 => t["by {0}, at the third try", Provider(track.Provider)],
        var tries => t["by {0}, after {1} tries", Provider(track.Provider), tries],
    };

    public string Credits(int credits) => credits == 1 ? t["1 credit"] : t["{0} credits", credits];

    public string Late(LateOffer offer) => t["{0} finished this after all.", Provider(offer.Provider)];

    /// <summary>What taking a late result does and costs.</summary>
    /// <param name="instead">Whether there is another version already.</param>
    public string Take(LateOffer offer, bool instead)
    {
        var verb = instead ? t["Use it instead"] : t["Keep it"];
        return offer.Credits == 0 ? verb : $"{verb} ({Credits(offer.Credits)})";
    }

    /// <summary>Why a job failed, as a sentence.</summary>
    public string Reason(Job job)
    {
        var reason = job.Error?.Trim() is { Length: > 0 } error ? error : t["It did not work, and no reason was given."];
        // A sentence of ours begins with the provider's name in settings and logs.
        var first = reason.Split(' ', 2)[0];
        return $"{ProviderNames.InTheWorld(first)}{reason[first.Length..]}{(char.IsPunctuation(reason[^1]) ? "" : ".")}";
    }

    public string? Charge(Job job) => job.Charged switch
    {
        null => null,
        0 => t["You were not charged."].Value,
        1 => t["1 credit was charged."].Value,
        { } credits => t["{0} credits were charged.", credits].Value,
    };

    /// <summary>What its user can do about a failed job.</summary>
    public string Advice(Remedy remedy) => remedy switch
    {
        Remedy.EditRequest => t["Say it in other words and make it anew."],
        Remedy.OtherModel => t["Another model may do better."],
        Remedy.Wait => t["This usually passes: try again in a few minutes, or with another model."],
        Remedy.TellOperator => t["Trying again won't help until the operator of this installation has mended it; another model may work."],
        _ => throw new ArgumentOutOfRangeException(nameof(remedy), remedy, "No such remedy."),
    };
}
