namespace SoundFoundry.Core.Renditions;

/// <summary>The stable codes of why a rendition was given up.</summary>
public static class RenditionErrors
{
    /// <summary>The worker has no ffmpeg; installed, it can be asked for again.</summary>
    public const string NoEncoder = "no_encoder";

    /// <summary>It says nothing of the audio: a server was away, or there was no time or room. It can be asked for again soon.</summary>
    public const string Interrupted = "rendition_interrupted";

    /// <summary>It can't be made of this audio.</summary>
    public const string Failed = "rendition_failed";
}
