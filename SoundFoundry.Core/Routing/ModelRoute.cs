using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;

namespace SoundFoundry.Core.Routing;

/// <summary>Where a request goes: the models to try, in order; or why it can go nowhere.</summary>
public abstract record ModelRoute
{
    private ModelRoute()
    {
    }

    public sealed record Through(IReadOnlyList<MusicModel> Models) : ModelRoute
    {
        /// <summary>Credits for the first choice; a dearer fallback costs the user nothing more.</summary>
        public int Quote(double durationSeconds) => Models[0].Price.CreditsFor(durationSeconds);

        public Lane Lane => Models[0].Provider == ProviderOptions.Studio ? Lane.Studio : Lane.Remote;
    }

    /// <param name="Field">The field of the request that is to blame, in the contract's spelling.</param>
    public sealed record Refused(string Field, string Reason) : ModelRoute;
}
