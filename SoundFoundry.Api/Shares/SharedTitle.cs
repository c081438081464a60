using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Shares;

/// <summary>What a shared track is called by those who may not know what it was made from.</summary>
internal static class SharedTitle
{
    public const string Untitled = "Untitled track";

    private const int Longest = 80;

    public static string Of(Track track, bool showPrompt) => track.Title ?? (showPrompt ? Short(track.Prompt) : Untitled);

    /// <summary>Its first words, on one line.</summary>
    private static string Short(string prompt)
    {
        var line = string.Join(' ', prompt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest) return line;
        var end = line.LastIndexOf(' ', Longest - 1);
        if (end <= 0) end = char.IsLowSurrogate(line[Longest - 1]) ? Longest - 2 : Longest - 1;
        return $"{line[..end]}…";
    }
}
