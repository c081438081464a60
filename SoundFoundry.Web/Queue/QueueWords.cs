using SoundFoundry.Web.Api;
using SoundFoundry.Web.Library;

namespace SoundFoundry.Web.Queue;

/// <summary>How the queue's state is said.</summary>
internal static class QueueWords
{
    public static string Mode(string mode) => mode switch
    {
        "PAUSED" => "The queue is paused",
        "DRAINING" => "The queue is being emptied",
        _ => "The queue is running",
    };

    public static string Meaning(string mode) => mode switch
    {
        "PAUSED" => "New tracks are accepted, and none is begun. What was begun goes on.",
        "DRAINING" => "New tracks are refused; those that wait are made.",
        _ => "New tracks are accepted, and made in turn.",
    };

    /// <summary>What may be ordered now, with the words on the button.</summary>
    public static IEnumerable<(string Order, string Label)> Orders(string mode) => mode switch
    {
        "PAUSED" => [("resume", "Resume"), ("drain", "Empty it")],
        "DRAINING" => [("resume", "Accept tracks again"), ("pause", "Pause")],
        _ => [("pause", "Pause"), ("drain", "Empty it")],
    };

    public static string Lane(string name) => name == "studio" ? "Built-in studio" : "AI providers";

    public static string Load(QueueLane lane)
    {
        var parts = new List<string> { $"{lane.Rendering} of {lane.Slots} slots at work", $"{lane.Queued} waiting" };
        if (lane.PutOff > 0) parts.Add($"{lane.PutOff} to be tried again later");
        if (lane.OldestS is { } oldest) parts.Add($"the oldest for {TrackWords.Length(oldest)}");
        return string.Join(" · ", parts);
    }
}
