using System.Diagnostics.Metrics;
using SoundFoundry.Core.Renditions;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Core.Telemetry;

/// <summary>How long other forms of tracks take to make.</summary>
public sealed class RenditionMetrics
{
    private readonly Histogram<double> _made;

    public RenditionMetrics(IMeterFactory meters) =>
        _made = meters.Create(Name).CreateHistogram<double>("soundfoundry.renditions.duration", "s", "One try to make a rendition, by kind and outcome.");

    public void Made(TimeSpan took, RenditionKind kind, string outcome) =>
        _made.Record(took.TotalSeconds, new(Tags.RenditionKind, kind.Name()), new(Tags.Outcome, outcome));
}
