using System.Collections.Concurrent;
using SoundFoundry.Core.Messages;
using StackExchange.Redis;

namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>Waits that end early when a provider calls back about their attempt. A missed call costs the rest of the wait.</summary>
internal sealed class CallbackWaits : IDisposable
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = new();
    private readonly IConnectionMultiplexer _redis;
    private readonly TimeProvider _clock;

    public CallbackWaits(IConnectionMultiplexer redis, TimeProvider clock)
    {
        (_redis, _clock) = (redis, clock);
        redis.GetSubscriber().Subscribe(RedisNames.ProviderCallbacks, OnCall, CommandFlags.FireAndForget);
    }

    /// <summary>Returns when the provider calls about this attempt, or after <paramref name="patience"/>.</summary>
    public async Task WaitAsync(Guid token, TimeSpan patience, CancellationToken cancellationToken)
    {
        var called = _waiting.GetOrAdd(token, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await Task.WhenAny(called.Task, Task.Delay(patience, _clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            _waiting.TryRemove(KeyValuePair.Create(token, called));
        }
    }

    public void Dispose() => _redis.GetSubscriber().Unsubscribe(RedisNames.ProviderCallbacks, OnCall, CommandFlags.FireAndForget);

    private void OnCall(RedisChannel channel, RedisValue token)
    {
        if (Guid.TryParse(token.ToString(), out var id) && _waiting.TryRemove(id, out var called)) called.TrySetResult();
    }
}
