using Microsoft.Extensions.Logging;
using SoundFoundry.Core.Messages;
using StackExchange.Redis;

namespace SoundFoundry.Core.Events;

/// <summary>Tells other processes that a row changed. Only hints: whoever misses one finds the truth in PostgreSQL a little later,
/// so nothing waits for Redis and nothing fails without it.</summary>
public sealed partial class Hints(IConnectionMultiplexer redis, ILogger<Hints> logger)
{
    public void JobChanged(long userId, long jobId) => Publish(RedisNames.UserEvents(userId), jobId);

    public void CancelRequested(long jobId) => Publish(RedisNames.Cancels, jobId);

    public void WorkWaiting() => Publish(RedisNames.RelayDoorbell, RedisValue.EmptyString);

    public void StreamFilled() => Publish(RedisNames.WorkerDoorbell, RedisValue.EmptyString);

    public void RenditionWaiting() => Publish(RedisNames.RenditionDoorbell, RedisValue.EmptyString);

    public void RenditionEnded(long renditionId) => Publish(RedisNames.RenditionEnded(renditionId), RedisValue.EmptyString);

    public void ProviderCalledBack(Guid token) => Publish(RedisNames.ProviderCallbacks, token.ToString("N"));

    private void Publish(RedisChannel channel, RedisValue message)
    {
        try
        {
            redis.GetSubscriber().Publish(channel, message, CommandFlags.FireAndForget);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Log.HintLost(logger, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3001, Level = LogLevel.Debug, Message = "A hint was lost, its reader will poll: {Reason}")]
        public static partial void HintLost(ILogger logger, string reason);
    }
}
