using SoundFoundry.Core.Shares;
using SoundFoundry.Core.Tracks;

namespace SoundFoundry.Api.Shares;

/// <summary>What came of the wish to share a track.</summary>
internal abstract record ShareOutcome
{
    private ShareOutcome()
    {
    }

    public sealed record Made(Share Share, Track Track) : ShareOutcome;

    /// <summary>There was a link; it now tells what was asked for this time.</summary>
    public sealed record Stands(Share Share, Track Track) : ShareOutcome;

    public sealed record NotFound : ShareOutcome;

    public sealed record NotReady : ShareOutcome;

    public sealed record TooMany : ShareOutcome;
}
