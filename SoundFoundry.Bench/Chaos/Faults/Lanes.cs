using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Messages;
using StackExchange.Redis;

namespace SoundFoundry.Bench.Chaos.Faults;

/// <summary>What lies on the streams.</summary>
internal sealed class Lanes(IConnectionMultiplexer redis)
{
    private IDatabase Database => redis.GetDatabase();

    /// <summary>Who has read the entry of a job and not acknowledged it; null if nobody has.</summary>
    public async Task<string?> ReaderOfAsync(long job)
    {
        var stream = RedisNames.Stream(Lane.Remote);
        try
        {
            foreach (var pending in await Database.StreamPendingMessagesAsync(stream, RedisNames.Group, 100, RedisValue.Null))
            {
                var entries = await Database.StreamRangeAsync(stream, pending.MessageId, pending.MessageId);
                if (entries.Any(entry => RenderMessage.FromEntry(entry)?.JobId == job)) return pending.ConsumerName;
            }
        }
        catch (RedisServerException)
        {
            // No such stream or group: nobody read anything since the last flush.
        }

        return null;
    }

    /// <summary>Entries on all streams, and how many of them were read and not acknowledged.</summary>
    public async Task<(long Entries, long Pending)> CountAsync()
    {
        var (entries, pending) = (0L, 0L);
        foreach (var lane in Enum.GetValues<Lane>())
        {
            var stream = RedisNames.Stream(lane);
            entries += await Database.StreamLengthAsync(stream);
            if (await Database.KeyExistsAsync(stream)) pending += (await Database.StreamPendingAsync(stream, RedisNames.Group)).PendingMessageCount;
        }

        return (entries, pending);
    }

    public Task FlushAsync() => Database.ExecuteAsync("FLUSHALL");

    /// <summary>Redis answers nobody for this long.</summary>
    public Task HangAsync(TimeSpan length) => Database.ExecuteAsync("CLIENT", "PAUSE", (long)length.TotalMilliseconds, "ALL");
}
