using System.Threading.Channels;
using StackExchange.Redis;

namespace SoundFoundry.Worker.Loops;

/// <summary>Cuts a wait short when another process says there is work. A missed ring costs only the rest of the wait.</summary>
internal sealed class Doorbell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly TimeProvider _clock;

    public Doorbell(IConnectionMultiplexer redis, RedisChannel channel, TimeProvider clock)
    {
        _clock = clock;
        redis.GetSubscriber().Subscribe(channel, (_, _) => Ring(), CommandFlags.FireAndForget);
    }

    public void Ring() => _rings.Writer.TryWrite(true);

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
}
