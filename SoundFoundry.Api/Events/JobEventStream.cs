using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Jobs;
using SoundFoundry.Api.Shutdown;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Persistence;
using StackExchange.Redis;

namespace SoundFoundry.Api.Events;

/// <summary>Turns rows into server-sent events. Every event is a row as it was read; a hint from Redis only says when to read again,
/// and without Redis the rows are read every second.</summary>
internal sealed class JobEventStream(
    IServiceScopeFactory scopes, JobReader reader, IConnectionMultiplexer redis, Drain drain, TimeProvider clock)
{
    public const string JobEvent = "job";
    public const string PingEvent = "ping";

    private const int QueuedShown = 50;

    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PollWithHints = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollWithoutHints = TimeSpan.FromSeconds(1);

    /// <summary>The user's unfinished jobs first (or, with <paramref name="since"/>, all that changed after that version), then every change.</summary>
    public IAsyncEnumerable<SseItem<JobResponse?>> OfUserAsync(long userId, long? since, CancellationToken cancellationToken) =>
        WatchAsync(userId, db => db.Jobs.Where(job => job.UserId == userId), since, _ => false, cancellationToken);

    /// <summary>The job as it is, then every change; ends after a final state.</summary>
    public IAsyncEnumerable<SseItem<JobResponse?>> OfJobAsync(long userId, long jobId, CancellationToken cancellationToken) =>
        WatchAsync(userId, db => db.Jobs.Where(job => job.Id == jobId), -1, job => job.Status.IsFinal(), cancellationToken);

    private async IAsyncEnumerable<SseItem<JobResponse?>> WatchAsync(
        long userId, Func<SoundFoundryDb, IQueryable<Job>> jobs, long? since, Func<Job, bool> isLast,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var doorbell = new Doorbell(redis, RedisNames.UserEvents(userId), clock);
        var newest = await NewestAsync(jobs, cancellationToken);
        var isNew = since is null || since > newest; // a version nobody gave yet is from another database
        var sent = new SentVersions(isNew ? newest : since!.Value);
        var window = new RereadWindow(sent.Highest, clock);
        var isFirst = true;
        long? lastSent = null;
        while (!drain.Over.IsCancellationRequested)
        {
            var (changed, queued) = await ReadAsync(jobs, window.From(sent.Highest), isFirst, cancellationToken);
            foreach (var row in changed.Concat(queued))
            {
                if (!queued.Contains(row)) sent.Reach(row.Job.Version);
                if (!sent.IsNews(row)) continue;
                if (isFirst && isNew && row.Job.Status.IsFinal()) continue;
                lastSent = clock.GetTimestamp();
                var resumeAt = Math.Min(row.Job.Version, sent.Highest); // a listener that comes back must miss nothing below
                yield return new SseItem<JobResponse?>(row.ToResponse(clock.GetUtcNow()), JobEvent) { EventId = $"{resumeAt}" };
                if (isLast(row.Job)) yield break;
            }

            // At once when there is nothing to tell: it is the first byte that opens the stream for the listener.
            if (lastSent is null || clock.GetElapsedTime(lastSent.Value) >= PingInterval)
            {
                lastSent = clock.GetTimestamp();
                yield return new SseItem<JobResponse?>(null, PingEvent);
            }

            isFirst = false;
            await WaitAsync(doorbell, cancellationToken);
        }
    }

    private async Task<long> NewestAsync(Func<SoundFoundryDb, IQueryable<Job>> jobs, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await jobs(scope.ServiceProvider.GetRequiredService<SoundFoundryDb>()).MaxAsync(job => (long?)job.Version, cancellationToken) ?? 0;
    }

    /// <summary>What changed since, with what still runs at the first time; and the next in the queue, whose places may have moved.</summary>
    private async Task<(List<JobRow> Changed, List<JobRow> Queued)> ReadAsync(
        Func<SoundFoundryDb, IQueryable<Job>> jobs, long from, bool isFirst, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
            var changed = jobs(db).Where(job => job.Version > from || (isFirst && job.Status == JobStatus.Rendering));
            var queued = jobs(db).Where(job => job.Status == JobStatus.Queued).OrderBy(job => job.Id).Take(QueuedShown);
            return (
                await reader.ReadAsync(db, changed.OrderBy(job => job.Version).Take(1_000), cancellationToken),
                await reader.ReadAsync(db, queued, cancellationToken));
        }
        catch (Exception exception) when (!isFirst && exception.IsOutage())
        {
            return ([], []); // a restart of PostgreSQL need not end every stream: the next round reads again
        }
    }

    private async Task WaitAsync(Doorbell doorbell, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, drain.Over);
        try
        {
            await doorbell.WaitAsync(redis.IsConnected ? PollWithHints : PollWithoutHints, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // This process stops: the stream ends well, and its listener connects to another.
        }
    }
}
