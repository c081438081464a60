using System.Buffers.Binary;
using System.Text;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Worker.Renditions;

/// <summary>What a downloaded file says of itself, in ffmpeg's own format: as a file, no text of a user ever is part of a command.</summary>
internal static class TrackTags
{
    private const int FrontCover = 3;
    private const int BitsPerPixel = 24;

    /// <param name="cover">PNG that goes into the tags themselves, for formats that keep pictures there; else null.</param>
    public static string Of(Track track, byte[]? cover)
    {
        var tags = new StringBuilder(";FFMETADATA1\n");
        Add("title", TrackName.Of(track));
        Add("artist", "SoundFoundry");
        Add("comment", track.Prompt);
        if (!string.IsNullOrWhiteSpace(track.Lyrics)) Add("lyrics", track.Lyrics);
        if (cover is not null) Add("METADATA_BLOCK_PICTURE", Convert.ToBase64String(Picture(cover)));
        return tags.ToString();

        void Add(string name, string value)
        {
            tags.Append(name).Append('=');
            foreach (var letter in value.ReplaceLineEndings("\n").Where(letter => letter != '\0'))
            {
                if (letter is '=' or ';' or '#' or '\\' or '\n') tags.Append('\\');
                tags.Append(letter);
            }

            tags.Append('\n');
        }
    }

    /// <summary>As FLAC has pictures, which Vorbis comments took over.</summary>
    private static byte[] Picture(byte[] png)
    {
        using var block = new MemoryStream();
        Number(FrontCover);
        Bytes("image/png"u8);
        Bytes("Cover (front)"u8);
        foreach (var number in (int[])[CoverPicture.Side, CoverPicture.Side, BitsPerPixel, 0]) Number(number);
        Bytes(png);
        return block.ToArray();

        void Number(int value)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(bytes, value);
            block.Write(bytes);
        }

        void Bytes(ReadOnlySpan<byte> bytes)
        {
            Number(bytes.Length);
            block.Write(bytes);
        }
    }
}
