namespace SoundFoundry.Api.Jobs;

/// <summary>When a job is likely to be done, told from renders of its kind.</summary>
/// <param name="FromS">Seconds left if it takes as long as half of them did; never below zero.</param>
/// <param name="ToS">Seconds left if it takes as long as the slowest of nine in ten; more than zero.</param>
internal sealed record Forecast(double FromS, double ToS)
{
    /// <summary>Of a render that runs. Once it takes longer than nine in ten did, there is nothing to promise.</summary>
    public static Forecast? OfRunning(RenderTime usual, TimeSpan elapsed)
    {
        var left = usual.P90 - elapsed.TotalSeconds;
        return left <= 0 ? null : new Forecast(Math.Max(0, usual.P50 - elapsed.TotalSeconds), left);
    }

    /// <summary>Of a job that waits: those before it go first, as many at once as there are slots.</summary>
    /// <param name="place">1 is next.</param>
    public static Forecast? OfWaiting(RenderTime usual, int place, int atWork, int slots)
    {
        if (slots == 0) return null;
        var rounds = Math.Max(0, place + atWork - slots) / (double)slots;
        return new Forecast(usual.P50 * (1 + rounds), usual.P90 * (1 + rounds));
    }
}
