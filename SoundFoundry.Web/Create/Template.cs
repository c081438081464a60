using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

/// <summary>What somebody wants to use again.</summary>
/// <param name="Track">The track whose settings are wanted; null if it is not there any more.</param>
/// <param name="Vary">Whether its seed is left out, so that something else comes of them.</param>
public sealed record Template(Track? Track, bool Vary);
