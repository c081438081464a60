using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Tracks;

/// <summary>What the server rendered into the page, so that the circuit need not ask again.</summary>
public sealed record TrackSnapshot(Track Track, Job? Job, IReadOnlyList<Attempt>? Attempts, IReadOnlyList<LogLine> Log);
