namespace SoundFoundry.Api.Tracks;

/// <summary>The orders of a library. Among equals the newest comes first.</summary>
internal enum TrackSort
{
    Newest,
    Oldest,

    /// <summary>By title, or by prompt where there is none.</summary>
    Title,

    /// <summary>By what the audio really lasts, or by what was asked for as long as there is none.</summary>
    Longest,
    Shortest,
}
