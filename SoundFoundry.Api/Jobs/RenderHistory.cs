using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Jobs;

/// <summary>How long our own renders took in the last week, read at most twice a minute, however many ask.</summary>
internal sealed class RenderHistory(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    /// <summary>With fewer renders than these a forecast would be a guess.</summary>
    private const int EnoughToJudge = 5;
    private const int BucketSeconds = 30;
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private List<RenderTime> _times = [];
    private long? _readAt;

    public async Task<IReadOnlyList<RenderTime>> ReadAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_readAt is { } read && clock.GetElapsedTime(read) < GoodFor) return _times;
            await using var scope = scopes.CreateAsyncScope();
            _times = await QueryAsync(scope.ServiceProvider.GetRequiredService<SoundFoundryDb>(), cancellationToken);
            _readAt = clock.GetTimestamp();
            return _times;
        }
        finally
        {
            _gate.Release();
        }
    }

    public static int Bucket(double durationSeconds) => (int)Math.Ceiling(durationSeconds / BucketSeconds);

    public void Dispose() => _gate.Dispose();

    private static Task<List<RenderTime>> QueryAsync(SoundFoundryDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<RenderTime>(
            $"""
            SELECT provider, model, bucket, percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS p50,
                percentile_cont(0.9) WITHIN GROUP (ORDER BY took) AS p90
            FROM (
                SELECT attempts.provider, attempts.model, ceil(duration_s / {BucketSeconds})::int AS bucket,
                    extract(epoch FROM attempts.ended_at - attempts.started_at)::float8 AS took
                FROM attempts JOIN jobs ON jobs.id = job_id JOIN tracks ON tracks.id = jobs.track_id
                WHERE attempts.started_at > now() - interval '7 days' AND outcome = 'SUCCEEDED' AND reconciled_at IS NULL) AS renders
            GROUP BY GROUPING SETS ((provider, model, bucket), (provider, bucket)) HAVING count(*) >= {EnoughToJudge}
            """).ToListAsync(cancellationToken);
}
