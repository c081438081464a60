using System.Collections.Concurrent;

namespace SoundFoundry.Tests.Worker.Providers.Remote;

/// <summary>A clock on which short waits are over at once, and written down.</summary>
internal sealed class SkippedWaits : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime > Short) return base.CreateTimer(callback, state, dueTime, period);
        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
