using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Shares;

/// <summary>What a shared track is called by those who may not know what it was made from.</summary>
internal static class SharedTitle
{
    public const string Untitled = "Untitled track";

    public static string Of(Track track, bool showPrompt) => track.Title ?? (showPrompt ? TrackName.Shorten(track.Prompt) : Untitled);
}
