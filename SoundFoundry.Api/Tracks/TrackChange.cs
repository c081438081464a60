using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

/// <summary>What may be changed on a track; what is absent stays.</summary>
public sealed record TrackChange
{
    /// <summary>Empty takes the title away.</summary>
    [Text(TrackLimits.Title)]
    public string? Title { get; init; }

    public bool? Favorite { get; init; }
}
