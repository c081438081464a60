namespace SoundFoundry.Worker.Inspection;

/// <summary>What a file is by its first bytes. Only what is listed here ever reaches a decoder: a playlist or a web page is none.</summary>
internal static class Container
{
    public const string Wav = "wav";

    /// <summary>How many bytes <see cref="Recognise"/> needs to see.</summary>
    public const int HeadBytes = 12;

    /// <summary>What was recognised when the object was stored: its key says so.</summary>
    public static string Of(string key) => Path.GetExtension(key) is ".m4a" ? "mp4" : Path.GetExtension(key)[1..];

    /// <summary>ffmpeg's name of the format; null for anything that is not audio we take.</summary>
    public static string? Recognise(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.Length < HeadBytes => null,
        _ when head[..4].SequenceEqual("RIFF"u8) && head[8..12].SequenceEqual("WAVE"u8) => Wav,
        _ when head[..4].SequenceEqual("fLaC"u8) => "flac",
        _ when head[..4].SequenceEqual("OggS"u8) => "ogg",
        _ when head[4..8].SequenceEqual("ftyp"u8) => "mp4",
        _ when head[..3].SequenceEqual("ID3"u8) => "mp3",
        [0xFF, 0xF1 or 0xF9, ..] => "aac",
        [0xFF, >= 0xE2, ..] when (head[1] & 0x06) == 0x02 => "mp3", // frame sync, layer III
        _ => null,
    };
}
