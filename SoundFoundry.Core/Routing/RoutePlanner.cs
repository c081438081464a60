using SoundFoundry.Core.Models;

namespace SoundFoundry.Core.Routing;

/// <summary>Decides, from configuration and request alone, which models may render it and in which order.</summary>
public static class RoutePlanner
{
    private static readonly string[] Order = [ProviderOptions.Fal, ProviderOptions.Replicate];

    public static ModelRoute Plan(
        RenderRequest request, string? provider, string? model, ModelCatalog catalog, ProviderOptions options)
    {
        if (provider is not null && !Order.Append(ProviderOptions.Studio).Contains(provider))
            return new ModelRoute.Refused("provider", $"There is no provider \"{provider}\"; there are fal, replicate and studio.");
        if (provider is not null && !options.IsConfigured(provider))
            return new ModelRoute.Refused("provider", $"The provider {provider} is not configured here.");

        var offered = catalog.All.Where(m => provider is null || m.Provider == provider).ToList();
        if (model is not null && offered.All(m => m.Name != model))
            return new ModelRoute.Refused("model", $"There is no model \"{model}\"{(provider is null ? "" : $" at {provider}")}.");

        var candidates = Preference(provider, model is not null, catalog, options)
            .SelectMany(name => offered.Where(m => m.Provider == name && (model is null || m.Name == model)))
            .ToList();
        if (candidates.Count == 0) return new ModelRoute.Refused(model is null ? "provider" : "model", "No model for this is available here.");

        var able = candidates.Where(m => m.Objection(request) is null).ToList();
        return able.Count > 0 ? new ModelRoute.Through(able) : Refuse(request, candidates, catalog);
    }

    /// <summary>The provider that really is asked first: without a usable one, the built-in synthesiser.</summary>
    public static string First(ModelCatalog catalog, ProviderOptions options) => Preference(null, false, catalog, options)[0];

    private static List<string> Preference(string? provider, bool modelPinned, ModelCatalog catalog, ProviderOptions options)
    {
        if (provider is not null) return [provider];
        var remote = Order.OrderByDescending(name => name == options.Default)
            .Where(name => options.IsConfigured(name) && catalog.All.Any(model => model.Provider == name)).ToList();
        if (options.Default == ProviderOptions.Studio) return [ProviderOptions.Studio, .. remote];
        return remote.Count == 0 || options.StudioFallback || modelPinned ? [.. remote, ProviderOptions.Studio] : remote;
    }

    private static ModelRoute.Refused Refuse(RenderRequest request, List<MusicModel> candidates, ModelCatalog catalog)
    {
        var field = request.HasVocals && candidates.All(m => m.Vocals == Vocals.None) ? "has_vocals"
            : request is { HasVocals: true, Lyrics.Length: > 0 } && candidates.All(m => m.Vocals != Vocals.Sung) ? "lyrics"
            : "duration_s";
        var reasons = string.Join("; ", candidates.Select(m => $"{m.Provider}/{m.Name} {m.Objection(request)}"));
        var others = catalog.All.Except(candidates).Where(m => m.Objection(request) is null).Select(m => $"{m.Provider}/{m.Name}").ToList();
        return new ModelRoute.Refused(field, others.Count == 0 ? $"{reasons}." : $"{reasons}. These could: {string.Join(", ", others)}.");
    }
}
