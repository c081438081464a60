using System.Globalization;

namespace SoundFoundry.Api.Hooks;

/// <summary>A signed call is believed for five minutes, so that one overheard cannot be played again later.</summary>
internal static class Freshness
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="timestamp">Seconds of the Unix epoch, as the provider signed them.</param>
    public static bool IsFresh(string timestamp, TimeProvider clock) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) <= Tolerance.TotalSeconds;
}
