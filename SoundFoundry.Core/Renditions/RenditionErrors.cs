namespace SoundFoundry.Core.Renditions;

/// <summary>The stable codes of why a rendition was given up.</summary>
public static class RenditionErrors
{
    /// <summary>The worker has no ffmpeg; installed, it can be asked for again.</summary>
    public const string NoEncoder = "no_encoder";

    public const string Failed = "rendition_failed";
}
