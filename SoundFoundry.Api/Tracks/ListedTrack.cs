using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Tracks;

/// <summary>A track of a list, and what lists are ordered by.</summary>
internal sealed class ListedTrack
{
    public required Track Track { get; init; }

    public required Job Job { get; init; }

    /// <summary>Title, or prompt where there is none, in small letters.</summary>
    public required string Name { get; init; }

    /// <summary>What the audio really lasts, or what was asked for as long as there is none.</summary>
    public required double Seconds { get; init; }
}
