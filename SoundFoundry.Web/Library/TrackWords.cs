namespace SoundFoundry.Web.Library;

/// <summary>How numbers of tracks are written in every language.</summary>
internal static class TrackWords
{
    /// <summary>Like a clock, with hours where there are any.</summary>
    public static string Length(double seconds)
    {
        var whole = TimeSpan.FromSeconds(Math.Round(seconds));
        return whole.TotalHours >= 1 ? $"{(int)whole.TotalHours}:{whole.Minutes:00}:{whole.Seconds:00}" : $"{whole.Minutes}:{whole.Seconds:00}";
    }
}
