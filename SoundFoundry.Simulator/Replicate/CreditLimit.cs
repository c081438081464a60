using SoundFoundry.Simulator.Clock;

namespace SoundFoundry.Simulator.Replicate;

/// <summary>The rate of an account that is short of credit: one prediction in ten seconds.</summary>
/// <remarks>A refused attempt counts like any other, up to a minute of waiting.</remarks>
internal sealed class CreditLimit(SimulatedClock clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _freeAt;

    public bool IsLow { get; private set; }

    public void Set(bool isLow)
    {
        lock (_lock) (IsLow, _freeAt) = (isLow, default);
    }

    /// <summary>Counts an attempt; the seconds to wait when it came too early, else null.</summary>
    public double? Attempt()
    {
        lock (_lock)
        {
            if (!IsLow) return null;
            var now = clock.Now;
            var wait = _freeAt - now;
            _freeAt = wait > TimeSpan.Zero ? now + TimeSpan.FromTicks(Math.Min((wait + Interval).Ticks, Longest.Ticks)) : now + Interval;
            return wait > TimeSpan.Zero ? (_freeAt - now).TotalSeconds : null;
        }
    }
}
