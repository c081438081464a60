using System.Diagnostics.Metrics;
using SoundFoundry.Core.Telemetry;

namespace SoundFoundry.Api.Limits;

/// <summary>What the operator's charts show of limits.</summary>
internal sealed class LimitMetrics
{
    private readonly Counter<long> _refused;
    private readonly Counter<long> _alone;

    public LimitMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(SoundFoundryTelemetry.Name);
        _refused = meter.CreateCounter<long>("soundfoundry.limits.refused", "{request}", "Requests refused, by the limit they met.");
        _alone = meter.CreateCounter<long>("soundfoundry.limits.alone", "{decision}", "Decisions taken in this process alone, for want of Redis.");
    }

    public void Refused(LimitName limit) =>
        _refused.Add(1, new KeyValuePair<string, object?>("soundfoundry.limit", limit.ToString().ToLowerInvariant()));

    public void DecidedAlone() => _alone.Add(1);
}
