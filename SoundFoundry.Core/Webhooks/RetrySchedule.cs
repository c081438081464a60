namespace SoundFoundry.Core.Webhooks;

/// <summary>When a delivery that failed is tried again: soon for a hiccup, then ever later, for most of a day.</summary>
public static class RetrySchedule
{
    /// <summary>So that what failed together does not come back together.</summary>
    private const double Jitter = 0.2;

    private static readonly TimeSpan MostAskedFor = TimeSpan.FromHours(12);

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12),
    ];

    /// <summary>How often a delivery is sent before it is given up, the first time included.</summary>
    public static int Attempts => Delays.Length + 1;

    /// <summary>How long to wait after an attempt.</summary>
    /// <param name="attempt">From 1.</param>
    /// <param name="askedFor">What the receiver asked for; it may make the wait longer, up to twelve hours, never shorter.</param>
    public static TimeSpan After(int attempt, TimeSpan? askedFor, Random chance)
    {
        var delay = Delays[Math.Clamp(attempt, 1, Delays.Length) - 1] * (1 + (Jitter * ((2 * chance.NextDouble()) - 1)));
        var asked = askedFor is { } wait && wait < MostAskedFor ? wait : askedFor is null ? TimeSpan.Zero : MostAskedFor;
        return delay > asked ? delay : asked;
    }
}
