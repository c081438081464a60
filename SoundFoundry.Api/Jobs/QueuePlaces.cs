using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Workers;

namespace SoundFoundry.Api.Jobs;

/// <summary>Who is served when, in the relay's own order, read at most once a second, however many ask.</summary>
internal sealed class QueuePlaces(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private const string Places = DispatchOrder.Ranked + $" SELECT job_id, row_number() OVER (ORDER BY {DispatchOrder.By}) AS place FROM ranked";

    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);
    private static readonly DispatchOptions NoLimits = new();

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Dictionary<Lane, LanePlaces> _lanes = [];
    private long? _readAt;

    /// <param name="newest">A job that must be known, if it was accepted before this call.</param>
    public async Task<IReadOnlyDictionary<Lane, LanePlaces>> ReadAsync(long newest, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var isFresh = _readAt is { } read && clock.GetElapsedTime(read) < GoodFor;
            if (isFresh && newest <= _lanes.Values.Max(lane => lane.Newest)) return _lanes;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
            var lanes = new Dictionary<Lane, LanePlaces>();
            foreach (var lane in Enum.GetValues<Lane>()) lanes[lane] = await QueryAsync(db, lane, newest, cancellationToken);
            (_lanes, _readAt) = (lanes, clock.GetTimestamp());
            return _lanes;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private static async Task<LanePlaces> QueryAsync(SoundFoundryDb db, Lane lane, long newest, CancellationToken cancellationToken)
    {
        var places = await db.Database.SqlQueryRaw<JobPlace>(Places, [.. DispatchOrder.Parameters(lane, NoLimits, strict: false)])
            .ToDictionaryAsync(place => place.JobId, place => (int)place.Place, cancellationToken);
        var atWork = await db.Jobs.CountAsync(job => job.Status == JobStatus.Rendering && job.Lane == lane, cancellationToken);
        var slots = await db.AliveWorkers().SumAsync(
            worker => lane == Lane.Studio ? worker.StudioSlots : worker.RemoteSlots, cancellationToken);
        return new LanePlaces(places, atWork, slots, Math.Max(newest, places.Keys.DefaultIfEmpty().Max()));
    }

    private sealed record JobPlace(long JobId, long Place);
}

/// <param name="Places">1 is next. A queued job that is not in it is on its way to a worker, or waits for its next try.</param>
/// <param name="Newest">The highest id that was there to be seen.</param>
internal sealed record LanePlaces(IReadOnlyDictionary<long, int> Places, int AtWork, int Slots, long Newest);
