namespace SoundFoundry.Web.Library;

/// <summary>How numbers and names of tracks are written in every language.</summary>
internal static class TrackWords
{
    /// <summary>Like a clock.</summary>
    public static string Length(double seconds)
    {
        var whole = (int)Math.Round(seconds);
        return $"{whole / 60}:{whole % 60:00}";
    }

    /// <summary>A provider by the name it has in the world.</summary>
    public static string Provider(string? name) => name switch
    {
        "fal" => "fal.ai",
        "replicate" => "Replicate",
        null => "the provider",
        _ => name,
    };
}
