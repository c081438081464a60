namespace SoundFoundry.Core.Tracks;

/// <summary>What a track is called where there is room for one line.</summary>
public static class TrackName
{
    private const int Longest = 80;

    /// <summary>Its title, or the words its prompt begins with.</summary>
    public static string Of(Track track) => Shorten(track.Title ?? track.Prompt);

    /// <summary>As much of a text as such a line holds: cut between words where it can be, and never inside a character.</summary>
    public static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest) return line;
        var end = line.LastIndexOf(' ', Longest - 1);
        if (end < Longest / 2) end = char.IsLowSurrogate(line[Longest - 1]) ? Longest - 2 : Longest - 1;
        return $"{line[..end]}…";
    }
}
