using System.Diagnostics.Metrics;
using SoundFoundry.Core.Jobs;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Core.Telemetry;

/// <summary>What the operator's charts show: a verb for each thing that happens to a job.</summary>
public sealed class RenderMetrics
{
    private readonly Counter<long> _accepted;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _fallbacks;
    private readonly Counter<long> _putOff;
    private readonly Counter<long> _leasesLost;
    private readonly Counter<long> _breakersOpened;
    private readonly Counter<long> _unknown;
    private readonly Histogram<double> _pickUp;
    private readonly Histogram<double> _render;
    private readonly Gauge<long> _queued;
    private readonly Gauge<double> _oldest;

    public RenderMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _accepted = meter.CreateCounter<long>("soundfoundry.jobs.accepted", "{job}", "Jobs accepted.");
        _ended = meter.CreateCounter<long>("soundfoundry.jobs.ended", "{job}", "Jobs ended, by outcome.");
        _fallbacks = meter.CreateCounter<long>("soundfoundry.fallbacks", "{attempt}", "Attempts that went to another provider.");
        _putOff = meter.CreateCounter<long>("soundfoundry.jobs.put_off", "{job}", "Times a job was put off to be tried again later.");
        _leasesLost = meter.CreateCounter<long>("soundfoundry.leases.lost", "{lease}", "Leases that lapsed or were taken over.");
        _breakersOpened = meter.CreateCounter<long>("soundfoundry.breakers.opened", "{opening}", "Times a provider or model was taken out of use.");
        _unknown = meter.CreateCounter<long>("soundfoundry.submits.unknown", "{submit}", "Submits whose answer was lost.");
        _pickUp = meter.CreateHistogram<double>("soundfoundry.jobs.pickup", "s", "From accepted to claimed.");
        _render = meter.CreateHistogram<double>("soundfoundry.render.duration", "s", "One attempt at a provider.");
        _queued = meter.CreateGauge<long>("soundfoundry.queue.depth", "{job}", "Jobs that wait for a worker.");
        _oldest = meter.CreateGauge<double>("soundfoundry.queue.oldest", "s", "Age of the oldest waiting job.");
    }

    public void Accepted(int jobs) => _accepted.Add(jobs);

    public void Ended(JobStatus status, string? provider) =>
        _ended.Add(1, new(Tags.Outcome, status.Name()), new(Tags.Provider, provider));

    public void FellBack(string from, string to) =>
        _fallbacks.Add(1, new(Tags.Provider, to), new("soundfoundry.provider.from", from));

    public void PutOff(string? provider) => _putOff.Add(1, new KeyValuePair<string, object?>(Tags.Provider, provider));

    public void BreakerOpened(string what) => _breakersOpened.Add(1, new KeyValuePair<string, object?>("soundfoundry.breaker", what));

    public void SubmitUnknown(string provider) => _unknown.Add(1, new KeyValuePair<string, object?>(Tags.Provider, provider));

    public void LeaseLost() => _leasesLost.Add(1);

    public void PickedUp(TimeSpan waited, Lane lane) => _pickUp.Record(waited.TotalSeconds, new KeyValuePair<string, object?>(Tags.Lane, lane.ToString()));

    public void Rendered(TimeSpan took, string provider, string model, string outcome) =>
        _render.Record(took.TotalSeconds, new(Tags.Provider, provider), new(Tags.Model, model), new(Tags.Outcome, outcome));

    public void Queue(Lane lane, long waiting, double oldestSeconds)
    {
        var tag = new KeyValuePair<string, object?>(Tags.Lane, lane.ToString());
        _queued.Record(waiting, tag);
        _oldest.Record(oldestSeconds, tag);
    }
}
