namespace SoundFoundry.Web.Layout;

/// <summary>Names the texts of the frame of every page, and those of its scripts.</summary>
internal sealed class Words;
