namespace SoundFoundry.Web.Shares;

/// <summary>Marks a page that everybody may open who knows its address: it knows no visitor, and counts as a page like all others.</summary>
/// <param name="Framable">Whether pages of other sites may show it in a frame.</param>
internal sealed record PublicPage(bool Framable);
