using System.Diagnostics;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using SoundFoundry.Core.Telemetry;
using StackExchange.Redis;
using static SoundFoundry.Core.Telemetry.SoundFoundryTelemetry;

namespace SoundFoundry.Worker.Dispatch;

/// <summary>The streams between relay and workers: one a lane, one consumer group each, read from its beginning.</summary>
internal sealed class LaneStreams(IConnectionMultiplexer redis, WorkerIdentity identity)
{
    /// <summary>A worker that died between reading an entry and claiming its job leaves it pending for this long at most.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(10);

    private IDatabase Database => redis.GetDatabase();

    public async Task AddAsync(Lane lane, RenderMessage message, CancellationToken cancellationToken)
    {
        var stream = RedisNames.Stream(lane);
        using var activity = StartFrom(message.TraceParent, Spans.Publish, ActivityKind.Producer);
        Describe(activity, stream, "send", message);
        var entry = message with { TraceParent = activity?.Id ?? message.TraceParent };
        var id = await Database.StreamAddAsync(stream, entry.ToEntry()).WaitAsync(cancellationToken);
        activity?.SetTag(Tags.MessagingMessageId, id.ToString());
    }

    /// <summary>Reads the next entry for this worker; null if there is none.</summary>
    public Task<StreamEntry?> ReadAsync(Lane lane, CancellationToken cancellationToken) => WithGroupAsync(lane, async stream =>
    {
        var entries = await Database.StreamReadGroupAsync(stream, RedisNames.Group, identity.Id, StreamPosition.NewMessages, count: 1)
            .WaitAsync(cancellationToken);
        return entries.Length == 0 ? (StreamEntry?)null : entries[0];
    });

    /// <summary>Takes over an entry that another worker read and never dealt with; null if there is none.</summary>
    public Task<StreamEntry?> TakeAbandonedAsync(Lane lane, CancellationToken cancellationToken) => WithGroupAsync(lane, async stream =>
    {
        var result = await Database.StreamAutoClaimAsync(
            stream, RedisNames.Group, identity.Id, (long)Abandoned.TotalMilliseconds, "0-0", count: 1).WaitAsync(cancellationToken);
        return result.ClaimedEntries.Length == 0 ? (StreamEntry?)null : result.ClaimedEntries[0];
    });

    /// <summary>Acknowledges an entry and takes it off the stream.</summary>
    public async Task RemoveAsync(Lane lane, RedisValue entryId)
    {
        var stream = RedisNames.Stream(lane);
        var batch = Database.CreateBatch();
        var acknowledged = batch.StreamAcknowledgeAsync(stream, RedisNames.Group, entryId);
        var deleted = batch.StreamDeleteAsync(stream, [entryId]);
        batch.Execute();
        await Task.WhenAll(acknowledged, deleted);
    }

    public static void Describe(Activity? activity, RedisKey stream, string operation, RenderMessage message) => activity?
        .SetTag(Tags.MessagingSystem, "redis")
        .SetTag(Tags.MessagingDestination, stream.ToString())
        .SetTag(Tags.MessagingOperation, operation)
        .SetTag(Tags.JobId, message.JobId);

    private async Task<T> WithGroupAsync<T>(Lane lane, Func<RedisKey, Task<T>> read)
    {
        var stream = RedisNames.Stream(lane);
        try
        {
            return await read(stream);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("NOGROUP", StringComparison.Ordinal))
        {
            // A new or flushed Redis. From the start of the stream, so that nothing already on it is passed over.
            await CreateGroupAsync(stream);
            return await read(stream);
        }
    }

    private async Task CreateGroupAsync(RedisKey stream)
    {
        try
        {
            await Database.StreamCreateConsumerGroupAsync(stream, RedisNames.Group, StreamPosition.Beginning, createStream: true);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("BUSYGROUP", StringComparison.Ordinal))
        {
            // Another worker was quicker.
        }
    }
}
