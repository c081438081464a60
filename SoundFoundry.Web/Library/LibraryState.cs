using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>What the server rendered into the page, so that the circuit need not ask again before it shows the same.</summary>
/// <param name="Total">How many tracks there are; these are the first of them.</param>
public sealed record LibraryState(
    string Query, int Total, IReadOnlyList<Track> Tracks, IReadOnlyList<Job> Jobs, ProviderList? Providers);
