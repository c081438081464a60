using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Queue;

/// <summary>How the queue's state is said.</summary>
internal static class QueueWords
{
    public static string Mode(string mode) => mode switch
    {
        "PAUSED" => "The queue is paused",
        "DRAINING" => "New tracks are not accepted",
        _ => "The queue is running",
    };

    public static string Meaning(string mode) => mode switch
    {
        "PAUSED" => "New tracks are accepted, and none is begun. What was begun goes on.",
        "DRAINING" => "No new tracks; those that wait are finished.",
        _ => "New tracks are accepted, and made in turn.",
    };

    /// <summary>What may be ordered now, with the words on the button.</summary>
    public static IEnumerable<(string Order, string Label)> Orders(string mode) => mode switch
    {
        "PAUSED" => [("resume", "Resume"), ("drain", "Only finish those that wait")],
        "DRAINING" => [("resume", "Accept tracks again"), ("pause", "Pause")],
        _ => [("pause", "Pause"), ("drain", "Stop accepting")],
    };

    public static string Lane(string name) => name == "studio" ? "Built-in studio" : "AI providers";

    public static string Load(QueueLane lane)
    {
        var slots = lane.Slots == 0 ? "No worker is running" : $"{lane.Rendering} of {lane.Slots} slots at work";
        var waiting = lane.OldestS is { } oldest ? $"{lane.Queued} waiting, the oldest for {TrackWords.Length(oldest)}" : $"{lane.Queued} waiting";
        var putOff = lane.PutOff == 0 ? "" : $" · {lane.PutOff} to be tried again later";
        return $"{slots} · {waiting}{putOff}";
    }
}
