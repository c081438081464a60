using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Live;

/// <summary>What the server rendered into the page, so that the circuit need not ask again.</summary>
/// <param name="Model">The track whose settings the form begins with.</param>
/// <param name="ModelIsGone">Whether one was asked for that is not there.</param>
public sealed record StudioSnapshot(
    IReadOnlyList<Track> Tracks, IReadOnlyList<Job> Jobs, ProviderList? Providers, Track? Model, bool ModelIsGone);
