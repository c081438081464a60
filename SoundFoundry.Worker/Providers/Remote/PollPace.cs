namespace SoundFoundry.Worker.Providers.Remote;

/// <summary>How long to wait before asking again: briefly at first, then longer, never in step with others.</summary>
internal sealed class PollPace(Random random)
{
    private const double Growth = 1.3;
    private const double Jitter = 0.2;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private TimeSpan _next = First;

    /// <returns>0.5 to 5 seconds, give or take a fifth.</returns>
    public TimeSpan Next()
    {
        var wait = _next * (1 + (Jitter * ((2 * random.NextDouble()) - 1)));
        _next = TimeSpan.FromTicks(Math.Min((_next * Growth).Ticks, Longest.Ticks));
        return wait;
    }
}
