using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Jobs;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Persistence;
using StackExchange.Redis;

namespace SoundFoundry.Api.Events;

/// <summary>Turns rows into server-sent events. Every event is a row as it was read; a hint from Redis only says when to read again,
/// and without Redis the rows are read every second.</summary>
internal sealed class JobEventStream(IServiceScopeFactory scopes, IConnectionMultiplexer redis, TimeProvider clock)
{
    public const string JobEvent = "job";
    public const string PingEvent = "ping";

    /// <summary>Versions are drawn before their commits, so a lower one may become visible after a higher one: this many are read again.</summary>
    private const long Overlap = 100;

    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PollWithHints = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollWithoutHints = TimeSpan.FromSeconds(1);

    /// <summary>The user's unfinished jobs first (or, with <paramref name="since"/>, all that changed after that version), then every change.</summary>
    public IAsyncEnumerable<SseItem<JobResponse?>> OfUserAsync(long userId, long? since, CancellationToken cancellationToken) =>
        WatchAsync(userId, db => db.Jobs.Where(job => job.UserId == userId), since, _ => false, cancellationToken);

    /// <summary>The job as it is, then every change; ends after a final state.</summary>
    public IAsyncEnumerable<SseItem<JobResponse?>> OfJobAsync(long userId, long jobId, CancellationToken cancellationToken) =>
        WatchAsync(userId, db => db.Jobs.Where(job => job.Id == jobId), 0, job => job.Status.IsFinal(), cancellationToken);

    private async IAsyncEnumerable<SseItem<JobResponse?>> WatchAsync(
        long userId, Func<SoundFoundryDb, IQueryable<Job>> jobs, long? since, Func<Job, bool> isLast,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hints = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void OnHint(RedisChannel channel, RedisValue message) => hints.Writer.TryWrite(true);
        var channel = RedisNames.UserEvents(userId);
        await redis.GetSubscriber().SubscribeAsync(channel, OnHint, CommandFlags.FireAndForget);
        try
        {
            var sent = new SentVersions(since);
            long? lastSent = null;
            while (true)
            {
                foreach (var row in await ReadAsync(jobs, sent, cancellationToken))
                {
                    if (!sent.IsNews(row)) continue;
                    lastSent = clock.GetTimestamp();
                    yield return new SseItem<JobResponse?>(row.ToResponse(clock.GetUtcNow()), JobEvent) { EventId = $"{row.Job.Version}" };
                    if (isLast(row.Job)) yield break;
                }

                // At once when there is nothing to tell: it is the first byte that opens the stream for the listener.
                if (lastSent is null || clock.GetElapsedTime(lastSent.Value) >= PingInterval)
                {
                    lastSent = clock.GetTimestamp();
                    yield return new SseItem<JobResponse?>(null, PingEvent);
                }

                await WaitAsync(hints.Reader, cancellationToken);
            }
        }
        finally
        {
            await redis.GetSubscriber().UnsubscribeAsync(channel, OnHint, CommandFlags.FireAndForget);
        }
    }

    private async Task<List<JobRow>> ReadAsync(
        Func<SoundFoundryDb, IQueryable<Job>> jobs, SentVersions sent, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SoundFoundryDb>();
        var news = sent.Highest is { } highest
            ? jobs(db).Where(job => job.Version > highest - Overlap || job.Status == JobStatus.Queued)
            : jobs(db).Where(job => job.Status == JobStatus.Queued || job.Status == JobStatus.Rendering);
        return await db.Rows(news).OrderBy(row => row.Job.Version).Take(1_000).ToListAsync(cancellationToken);
    }

    private async Task WaitAsync(ChannelReader<bool> hints, CancellationToken cancellationToken)
    {
        var poll = redis.IsConnected ? PollWithHints : PollWithoutHints;
        using var timeout = new CancellationTokenSource(poll, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await hints.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody hinted in time: read anyway.
        }
    }
}
