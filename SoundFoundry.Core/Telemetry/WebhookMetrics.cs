using System.Diagnostics.Metrics;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Webhooks;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Core.Telemetry;

/// <summary>How well webhooks are reached.</summary>
public sealed class WebhookMetrics
{
    private readonly Histogram<double> _sent;
    private readonly Counter<long> _disabled;

    public WebhookMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _sent = meter.CreateHistogram<double>("soundfoundry.webhooks.attempt", "s", "One attempt to deliver to a webhook, by outcome.");
        _disabled = meter.CreateCounter<long>("soundfoundry.webhooks.disabled", "{webhook}", "Webhooks disabled because they were gone or kept failing.");
    }

    public void Sent(TimeSpan took, string outcome) => _sent.Record(took.TotalSeconds, new KeyValuePair<string, object?>(Tags.Outcome, outcome));

    public void Disabled(DisabledReason reason) => _disabled.Add(1, new KeyValuePair<string, object?>(Tags.Outcome, reason.Word()));
}
