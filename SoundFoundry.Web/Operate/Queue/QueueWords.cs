using Microsoft.Extensions.Localization;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Operate.Queue;

/// <summary>How the queue's state is said.</summary>
internal static class QueueWords
{
    public static string Tone(string mode) => mode == "RUNNING" ? "good" : "idle";

    public static string Mode(string mode, IStringLocalizer<Words> words) => mode switch
    {
        "PAUSED" => words["The queue is paused"],
        "DRAINING" => words["New tracks are not accepted"],
        _ => words["The queue is running"],
    };

    public static string Meaning(string mode, IStringLocalizer<Words> words) => mode switch
    {
        "PAUSED" => words["New tracks are accepted, and none is begun. What was begun goes on."],
        "DRAINING" => words["No new tracks; those that wait are finished."],
        _ => words["New tracks are accepted, and made in turn."],
    };

    /// <summary>What may be ordered now, with the words on the button.</summary>
    public static IEnumerable<(string Order, string Label)> Orders(string mode, IStringLocalizer<Words> words) => mode switch
    {
        "PAUSED" => [("resume", words["Resume"]), ("drain", words["Only finish those that wait"])],
        "DRAINING" => [("resume", words["Accept tracks again"]), ("pause", words["Pause"])],
        _ => [("pause", words["Pause"]), ("drain", words["Stop accepting"])],
    };

    public static string Lane(string name, IStringLocalizer<Words> words) => name == "studio" ? words["Built-in studio"] : words["AI providers"];

    public static string Load(QueueLane lane, IStringLocalizer<Words> words)
    {
        var slots = lane.Slots == 0 ? words["No worker is running"].Value : words["{0} of {1} slots at work", lane.Rendering, lane.Slots].Value;
        var waiting = lane.OldestS is { } oldest
            ? words["{0} waiting, the oldest for {1}", lane.Queued, TrackWords.Length(oldest)].Value
            : words["{0} waiting", lane.Queued].Value;
        var putOff = lane.PutOff == 0 ? null : words["{0} to be tried again later", lane.PutOff].Value;
        return string.Join(" · ", new[] { slots, waiting, putOff }.OfType<string>());
    }
}
