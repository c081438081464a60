namespace SoundFoundry.Web.Security;

/// <summary>Marks the inline elements of one response as ours.</summary>
internal sealed record CspNonce(string Value);
