namespace SoundFoundry.Api.Limits;

/// <summary>How fast a thing may happen: steadily, and how many at once after a pause.</summary>
/// <param name="Interval">Microseconds in which one more is earned.</param>
internal readonly record struct Rate(long Interval, int Burst)
{
    private const long MicrosecondsPerMinute = 60_000_000;

    /// <summary>Microseconds in which a whole burst is earned again.</summary>
    public long Window => Interval * Burst;

    public static Rate PerMinute(int times, int burst) => new(MicrosecondsPerMinute / times, burst);

    public static Rate PerHour(int times, int burst) => new(60 * MicrosecondsPerMinute / times, burst);
}
