using SoundFoundry.Core.Persistence;
using StackExchange.Redis;

namespace SoundFoundry.Worker.Loops;

/// <summary>A loop that survives its failures: it waits, does its work once, says it is alive, and begins again.</summary>
internal abstract partial class Loop(LoopPulse pulse, SchemaGate schema, TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected TimeProvider Clock { get; } = clock;

    protected string Name => GetType().Name;

    /// <summary>The work itself; returns when it is done for now.</summary>
    protected abstract Task RunOnceAsync(CancellationToken cancellationToken);

    /// <summary>The pause between two rounds.</summary>
    protected abstract Task PauseAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
                pulse.Beat(Name);
                await PauseAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever failed once (a server away, a bad row) must not end the loop for good.
                if (exception is RedisException || exception.IsOutage()) Log.ServerAway(logger, Name, exception.GetBaseException().Message);
                else Log.Failed(logger, Name, exception);
                await Task.Delay(AfterFailure, Clock, stoppingToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2012, Level = LogLevel.Warning, Message = "{Loop} waits for its server: {Reason}")]
        public static partial void ServerAway(ILogger logger, string loop, string reason);

        [LoggerMessage(EventId = 2011, Level = LogLevel.Warning, Message = "{Loop} failed and will try again.")]
        public static partial void Failed(ILogger logger, string loop, Exception exception);
    }
}
