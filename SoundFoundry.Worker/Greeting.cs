using Microsoft.Extensions.Options;
using SoundFoundry.Core.Routing;
using StackExchange.Redis;

namespace SoundFoundry.Worker;

/// <summary>The first lines of a worker's log: what it will use, said before the first job.</summary>
internal sealed partial class Greeting(
    WorkerIdentity identity, IOptions<ProviderOptions> providers, IConnectionMultiplexer redis, ILogger<Greeting> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (providers.Value.Effective == providers.Value.Default) Log.Provider(logger, providers.Value.Default);
        else Log.ProviderReplaced(logger, providers.Value.Default, providers.Value.Effective);
        Log.Redis(logger, string.Join(", ", redis.GetEndPoints().Select(endPoint => endPoint.ToString())));
        Log.Ready(logger, identity.Id);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Default MUSIC_PROVIDER: {Provider}")]
        public static partial void Provider(ILogger logger, string provider);

        [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "Default MUSIC_PROVIDER: {Provider} (no key; effective: {Effective})")]
        public static partial void ProviderReplaced(ILogger logger, string provider, string effective);

        [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "Redis: {EndPoints}")]
        public static partial void Redis(ILogger logger, string endPoints);

        [LoggerMessage(EventId = 2004, Level = LogLevel.Information, Message = "{Worker} ready")]
        public static partial void Ready(ILogger logger, string worker);
    }
}
