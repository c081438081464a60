namespace SoundFoundry.Api.Limits;

/// <summary>How a limit stands for its subject.</summary>
/// <param name="Backlog">Microseconds until all that was taken is earned again.</param>
internal readonly record struct LimitState(Limit Limit, long Backlog)
{
    private const double MicrosecondsPerSecond = 1_000_000;

    /// <summary>How many more may happen right now.</summary>
    public long Remaining => Math.Max((Limit.Rate.Window - Backlog) / Limit.Rate.Interval, 0);

    /// <summary>Whole seconds until one more than <see cref="Remaining"/> may happen; zero if nothing was taken.</summary>
    public int SecondsToNext
    {
        get
        {
            var wait = Backlog == 0 ? 0 : Backlog + ((Remaining + 1) * Limit.Rate.Interval) - Limit.Rate.Window;
            return (int)Math.Ceiling(wait / MicrosecondsPerSecond);
        }
    }

    /// <summary>The share of the burst that is left, 0 to 1.</summary>
    public double Share => (double)Remaining / Limit.Rate.Burst;
}
