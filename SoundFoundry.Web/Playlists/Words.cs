namespace SoundFoundry.Web.Playlists;

/// <summary>Names the texts of playlists.</summary>
internal sealed class Words;
