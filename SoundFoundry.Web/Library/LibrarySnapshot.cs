using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

/// <summary>What the server rendered into the page, so that the circuit need not ask again.</summary>
public sealed record LibrarySnapshot(IReadOnlyList<Track> Tracks, IReadOnlyList<Job> Jobs, string? NextCursor, ProviderList? Providers);
