using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Models;

namespace SoundFoundry.Core.Routing;

/// <summary>Where a request goes: the models that can render it, best first; or why it can go nowhere.</summary>
public abstract record ModelRoute
{
    private ModelRoute()
    {
    }

    /// <param name="MayFallBack">Whether a second model may be tried when the first fails.</param>
    public sealed record Through(IReadOnlyList<MusicModel> Models, bool MayFallBack = true) : ModelRoute
    {
        /// <summary>Credits for the first choice; a dearer fallback costs the user nothing more.</summary>
        public int Quote(double durationSeconds) => Models[0].Price.CreditsFor(durationSeconds);

        /// <summary>The provider that is asked first.</summary>
        public string First => Models[0].Provider;

        public Lane Lane => First == ProviderOptions.Studio ? Lane.Studio : Lane.Remote;

        /// <summary>What may still be tried, best first, given what this job tried before: other providers, and of a provider that was asked
        /// another model only if it was the model alone that was refused. One that may be working on it unseen is never asked again.</summary>
        public IReadOnlyList<MusicModel> Remaining(IReadOnlyCollection<TriedModel> tried)
        {
            if (tried.Count > 0 && !MayFallBack) return [];
            if (tried.Count >= MaxAttempts || tried.Count(t => t.Failure == FailureClass.Artifact) > MaxArtifactRetries) return [];
            return [.. Models
                .Where(model => tried.Where(t => t.Provider == model.Provider)
                    .All(t => t.Model != model.Name && FailurePolicy.For(t.Failure).OnlyTheModel))
                .OrderBy(model => tried.Any(t => t.Provider == model.Provider))];
        }
    }

    /// <summary>Attempts of one job at most, whatever is configured.</summary>
    public const int MaxAttempts = 4;

    /// <summary>A bad artifact is worth one render elsewhere.</summary>
    public const int MaxArtifactRetries = 1;

    /// <param name="Field">The field of the request that is to blame, in the contract's spelling.</param>
    public sealed record Refused(string Field, string Reason) : ModelRoute;
}

/// <summary>A model that this job tried, and what came of it.</summary>
public sealed record TriedModel(string Provider, string Model, FailureClass Failure);
