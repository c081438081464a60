namespace SoundFoundry.Web.Tracks;

/// <summary>Names the texts of a track's page.</summary>
internal sealed class Words;
