namespace SoundFoundry.Core.Renditions;

/// <summary>What can be made of a track's audio.</summary>
public enum RenditionKind
{
    Wav,
    Mp3,
    Flac,
    Ogg,

    /// <summary>The cover as PNG.</summary>
    Cover,

    /// <summary>A picture of its frequencies over time, as PNG.</summary>
    Spectrogram,
}
