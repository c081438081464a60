namespace SoundFoundry.Web.Operate;

/// <summary>Names the texts of the operator's pages.</summary>
internal sealed class Words;
