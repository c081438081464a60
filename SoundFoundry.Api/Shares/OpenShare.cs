using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Shares;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Shares;

/// <summary>A link that leads somewhere, and where. The job has audio.</summary>
internal sealed class OpenShare
{
    public required Share Share { get; init; }

    public required Track Track { get; init; }

    public required Job Job { get; init; }
}
