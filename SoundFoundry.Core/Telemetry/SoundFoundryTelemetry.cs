using System.Diagnostics;

namespace SoundFoundry.Core.Telemetry;

/// <summary>The names of our spans and tags; the one source they start from.</summary>
public static class SoundFoundryTelemetry
{
    public const string Name = "SoundFoundry";

    public static readonly ActivitySource Source = new(Name);

    public static class Spans
    {
        public const string Publish = "renders publish";
        public const string Process = "renders process";
        public const string Claim = "job claim";
        public const string Render = "provider render";
        public const string Inspect = "audio inspect";
        public const string Store = "audio store";
        public const string Complete = "job complete";
        public const string Webhook = "webhook deliver";
        public const string Rendition = "rendition make";
    }

    public static class Tags
    {
        public const string JobId = "soundfoundry.job.id";
        public const string TrackId = "soundfoundry.track.id";
        public const string Attempt = "soundfoundry.attempt";
        public const string Provider = "soundfoundry.provider";
        public const string Model = "soundfoundry.model";
        public const string Lane = "soundfoundry.lane";
        public const string Outcome = "soundfoundry.outcome";
        public const string RenditionKind = "soundfoundry.rendition.kind";
        public const string WebhookId = "soundfoundry.webhook.id";
        public const string DeliveryId = "soundfoundry.webhook.delivery.id";
        public const string StatusCode = "http.response.status_code";
        public const string MessagingSystem = "messaging.system";
        public const string MessagingDestination = "messaging.destination.name";
        public const string MessagingOperation = "messaging.operation.type";
        public const string MessagingMessageId = "messaging.message.id";
    }

    /// <summary>Starts a span whose parent is the trace context that travelled with the job.</summary>
    public static Activity? StartFrom(string? traceParent, string name, ActivityKind kind)
    {
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        return Source.StartActivity(name, kind, parent);
    }
}
