using System.Threading.Channels;
using StackExchange.Redis;

namespace SoundFoundry.Core.Events;

/// <summary>Cuts a wait short when another process says there is news. A missed ring costs only the rest of the wait,
/// so it works, slowly, without Redis too.</summary>
public sealed class Doorbell : IDisposable
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly IConnectionMultiplexer _redis;
    private readonly RedisChannel _channel;
    private readonly TimeProvider _clock;

    public Doorbell(IConnectionMultiplexer redis, RedisChannel channel, TimeProvider clock)
    {
        (_redis, _channel, _clock) = (redis, channel, clock);
        redis.GetSubscriber().Subscribe(channel, OnRing, CommandFlags.FireAndForget);
    }

    /// <summary>Returns at a ring, also one that came before, or after <paramref name="patience"/>.</summary>
    public async Task WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody rang in time; the caller looks anyway.
        }
    }

    public void Dispose() => _redis.GetSubscriber().Unsubscribe(_channel, OnRing, CommandFlags.FireAndForget);

    private void OnRing(RedisChannel channel, RedisValue message) => _rings.Writer.TryWrite(true);
}
