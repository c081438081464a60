using System.Diagnostics.Metrics;

namespace SoundFoundry.Worker.Webhooks;

/// <summary>Takes the place of the platform's own metrics of requests: they are kept per host, and these hosts are named by strangers,
/// without end.</summary>
internal sealed class UnwatchedMeters : IMeterFactory
{
    private readonly Meter _meter = new("unwatched");

    public Meter Create(MeterOptions options) => _meter;

    public void Dispose() => _meter.Dispose();
}
