using SoundFoundry.Core.Jobs;
using StackExchange.Redis;

namespace SoundFoundry.Core.Messages;

/// <summary>Every key and channel this system uses in Redis.</summary>
public static class RedisNames
{
    /// <summary>The one consumer group of each stream.</summary>
    public const string Group = "workers";

    /// <summary>Rung when a job may be ready to go on a stream: after a commit, and when a slot frees.</summary>
    public static readonly RedisChannel RelayDoorbell = RedisChannel.Literal("soundfoundry:doorbell:relay");

    /// <summary>Rung when something was put on a stream.</summary>
    public static readonly RedisChannel WorkerDoorbell = RedisChannel.Literal("soundfoundry:doorbell:workers");

    /// <summary>Rung when a rendition was asked for.</summary>
    public static readonly RedisChannel RenditionDoorbell = RedisChannel.Literal("soundfoundry:doorbell:renditions");

    /// <summary>Says that a job was asked to stop; the message is its id.</summary>
    public static readonly RedisChannel Cancels = RedisChannel.Literal("soundfoundry:cancels");

    /// <summary>The dispatch stream of a lane.</summary>
    public static RedisKey Stream(Lane lane) => lane == Lane.Studio ? "soundfoundry:renders:studio" : "soundfoundry:renders:remote";

    /// <summary>Says that a job of this user changed; the message is its id.</summary>
    public static RedisChannel UserEvents(long userId) => RedisChannel.Literal($"soundfoundry:events:{userId}");

    /// <summary>Rung when this rendition was made or given up.</summary>
    public static RedisChannel RenditionEnded(long renditionId) => RedisChannel.Literal($"soundfoundry:renditions:{renditionId}");

    /// <summary>Says that a provider called back about an attempt; the message is the attempt's token.</summary>
    public static readonly RedisChannel ProviderCallbacks = RedisChannel.Literal("soundfoundry:provider-callbacks");

    /// <summary>What a subject has taken of a limit on requests.</summary>
    public static RedisKey Limit(string name, string subject) => $"soundfoundry:limit:{name}:{subject}";

    /// <summary>The breaker of a provider's account, or of one of its models.</summary>
    public static RedisKey Breaker(string provider, string? model = null) =>
        model is null ? $"soundfoundry:breaker:{provider}" : $"soundfoundry:breaker:{provider}:{model}";
}
