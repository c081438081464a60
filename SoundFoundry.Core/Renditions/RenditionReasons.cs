namespace SoundFoundry.Core.Renditions;

/// <summary>Why a rendition was given up, in the words that are stored with it. Api says them in the language that is asked for.</summary>
public static class RenditionReasons
{
    public const string NoEncoder = "This needs ffmpeg, which is not installed where tracks are made. They can be had as they are stored.";

    public const string Failed = "This could not be made of the track's audio.";

    public const string Interrupted = "This could not be made just now. Ask again in a minute.";

    public const string CutShort = "This was given up, as each try was cut short. Ask again tomorrow.";

    public const string TrackDeleted = "The track was deleted.";
}
