namespace SoundFoundry.Core.Webhooks;

/// <summary>What can be told to a webhook: a noun, a dot, a past participle.</summary>
public static class WebhookEvents
{
    public const string TrackCompleted = "track.completed";
    public const string TrackFailed = "track.failed";
    public const string TrackCanceled = "track.canceled";
    public const string LateResultFound = "late_result.found";

    /// <summary>Sent when its owner asks for it; nobody subscribes to it.</summary>
    public const string Test = "webhook.test";

    public static readonly IReadOnlyList<string> Subscribable = [TrackCompleted, TrackFailed, TrackCanceled, LateResultFound];
}
