namespace SoundFoundry.Web.Shares;

/// <summary>Names the texts of shared tracks.</summary>
internal sealed class Words;
