namespace SoundFoundry.Web.Live;

/// <summary>Names the texts about what is being made.</summary>
internal sealed class Words;
