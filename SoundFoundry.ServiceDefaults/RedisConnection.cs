using StackExchange.Redis;

namespace SoundFoundry.ServiceDefaults;

internal static class RedisConnection
{
    /// <summary>Redis carries hints and nothing that is kept nowhere else: a caller learns at once that it is gone, goes on
    /// without it, and the connection is made again in the background.</summary>
    public static void Configure(ConfigurationOptions options)
    {
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = 2_000;
        options.SyncTimeout = 2_000;
        options.AsyncTimeout = 2_000;
        options.KeepAlive = 5;
        options.ReconnectRetryPolicy = new LinearRetry(1_000);
    }
}
