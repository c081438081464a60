namespace SoundFoundry.Simulator.Clock;

/// <summary>The vendors' clock: real time, plus what was skipped on command.</summary>
internal sealed class SimulatedClock(TimeProvider real)
{
    private long _skippedTicks;

    public DateTimeOffset Now => real.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _skippedTicks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _skippedTicks, by.Ticks);

    public void Reset() => Interlocked.Exchange(ref _skippedTicks, 0);
}
