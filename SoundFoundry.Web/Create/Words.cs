namespace SoundFoundry.Web.Create;

/// <summary>Names the texts of the form that asks for music.</summary>
internal sealed class Words;
