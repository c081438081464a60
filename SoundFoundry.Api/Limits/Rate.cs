namespace SoundFoundry.Api.Limits;

/// <summary>How fast a thing may happen: steadily, and how many at once after a pause.</summary>
internal readonly record struct Rate(int PerMinute, int Burst)
{
    private const long MicrosecondsPerMinute = 60_000_000;

    /// <summary>Microseconds in which one more is earned.</summary>
    public long Interval => MicrosecondsPerMinute / PerMinute;

    /// <summary>Microseconds in which a whole burst is earned again.</summary>
    public long Window => Interval * Burst;
}
