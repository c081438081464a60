using Microsoft.Extensions.Options;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;
using StackExchange.Redis;

namespace SoundFoundry.Worker;

/// <summary>The first lines of a worker's log: what it will use, said before the first job.</summary>
internal sealed partial class Greeting(
    WorkerIdentity identity, ModelCatalog catalog, IOptions<ProviderOptions> providers, IConnectionMultiplexer redis, ILogger<Greeting> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var effective = RoutePlanner.First(catalog, providers.Value);
        if (effective == providers.Value.Default) Log.Provider(logger, effective);
        else Log.ProviderReplaced(logger, providers.Value.Default, effective);
        Log.Redis(logger, string.Join(", ", redis.GetEndPoints().Select(endPoint => endPoint.ToString())));
        Log.Ready(logger, identity.Id);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Default MUSIC_PROVIDER: {Provider}")]
        public static partial void Provider(ILogger logger, string provider);

        [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "Default MUSIC_PROVIDER: {Provider} (effective: {Effective})")]
        public static partial void ProviderReplaced(ILogger logger, string provider, string effective);

        [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "Redis: {EndPoints}")]
        public static partial void Redis(ILogger logger, string endPoints);

        [LoggerMessage(EventId = 2004, Level = LogLevel.Information, Message = "{Worker} ready")]
        public static partial void Ready(ILogger logger, string worker);
    }
}
