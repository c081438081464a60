using SoundFoundry.Web.Api;
using SoundFoundry.Web.Create;

namespace SoundFoundry.Web.Live;

/// <summary>What the server rendered into the page, so that the circuit need not ask again.</summary>
/// <param name="Template">What the form begins with.</param>
public sealed record StudioSnapshot(
    IReadOnlyList<Track> Tracks, IReadOnlyList<Job> Jobs, ProviderList? Providers, Template? Template);
