namespace SoundFoundry.Web.Library;

/// <summary>Names the texts of the library.</summary>
internal sealed class Words;
