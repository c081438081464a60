namespace SoundFoundry.Core.Renditions;

public static class RenditionKinds
{
    /// <summary>The formats a track's audio can be made into.</summary>
    public static readonly IReadOnlyList<RenditionKind> Audio = [RenditionKind.Wav, RenditionKind.Mp3, RenditionKind.Flac, RenditionKind.Ogg];

    public static bool IsAudio(this RenditionKind kind) => kind is not (RenditionKind.Cover or RenditionKind.Spectrogram);

    /// <summary>As it stands in keys and in the contract.</summary>
    public static string Name(this RenditionKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Of the stored object, without the dot.</summary>
    public static string Extension(this RenditionKind kind) => kind.IsAudio() ? kind.Name() : "png";

    /// <summary>The audio format of that name; null if we make no such.</summary>
    public static RenditionKind? OfFormat(string format) => format switch
    {
        "wav" => RenditionKind.Wav,
        "mp3" => RenditionKind.Mp3,
        "flac" => RenditionKind.Flac,
        "ogg" => RenditionKind.Ogg,
        _ => null,
    };
}
