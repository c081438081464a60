using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Telemetry;

namespace SoundFoundry.Worker.Dispatch;

/// <summary>Measures how many jobs wait and for how long; only the relaying worker does, so that nothing is counted twice.</summary>
internal sealed class QueueGauge(RenderMetrics metrics, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private long? _measured;

    public async Task MeasureAsync(SoundFoundryDb db, CancellationToken cancellationToken)
    {
        if (_measured is { } last && clock.GetElapsedTime(last) < Interval) return;
        _measured = clock.GetTimestamp();
        var waiting = await db.Database.SqlQuery<Waiting>(
            $"""
            SELECT lane, count(*) AS jobs, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS oldest_seconds
            FROM jobs WHERE status = 'QUEUED' GROUP BY lane
            """).ToListAsync(cancellationToken);
        foreach (var lane in Enum.GetValues<Lane>())
        {
            var row = waiting.Find(w => w.Lane.Equals(lane.ToString(), StringComparison.OrdinalIgnoreCase));
            metrics.Queue(lane, row?.Jobs ?? 0, row?.OldestSeconds ?? 0);
        }
    }

    private sealed record Waiting(string Lane, long Jobs, double OldestSeconds);
}
