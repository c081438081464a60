using SoundFoundry.Core.Models;

namespace SoundFoundry.Core.Routing;

/// <summary>What the user insists on.</summary>
/// <param name="FallBack">Whether others may be tried when the pinned one fails; null leaves it to the rule: not if anything is pinned.</param>
public sealed record RoutePin(string? Provider = null, string? Model = null, bool? FallBack = null)
{
    public static readonly RoutePin None = new();

    public bool MayFallBack => FallBack ?? (Provider is null && Model is null);

    /// <summary>Whether this is the model that was insisted on.</summary>
    public bool Names(MusicModel model) => Model == model.Name && (Provider is null || Provider == model.Provider);
}
