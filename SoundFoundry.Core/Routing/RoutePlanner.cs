using SoundFoundry.Core.Models;

namespace SoundFoundry.Core.Routing;

/// <summary>Decides, from configuration and request alone, which models may render it and in which order.</summary>
public static class RoutePlanner
{
    public static ModelRoute Plan(RenderRequest request, RoutePin pin, ModelCatalog catalog, ProviderOptions options)
    {
        if (Unavailable(pin, catalog, options) is { } refusal) return refusal;

        var candidates = Preference(pin, catalog, options).SelectMany(provider => Offers(provider, pin, catalog, request)).ToList();
        if (candidates.Count == 0)
            return new ModelRoute.Refused(pin.Model is null ? "provider" : "model", "No model for this is available here.");

        var able = candidates.Where(model => model.Objection(request) is null).OrderByDescending(pin.Names).ToList();
        return able.Count > 0 ? new ModelRoute.Through(able, pin.MayFallBack) : Refuse(request, candidates, catalog);
    }

    /// <summary>The provider that really is asked first: without a usable one, the built-in synthesiser.</summary>
    public static string First(ModelCatalog catalog, ProviderOptions options) => Preference(RoutePin.None, catalog, options)[0];

    private static ModelRoute.Refused? Unavailable(RoutePin pin, ModelCatalog catalog, ProviderOptions options)
    {
        if (pin.Provider is not null && !ProviderOptions.Remote.Append(ProviderOptions.Studio).Contains(pin.Provider))
            return new("provider", $"There is no provider \"{pin.Provider}\"; there are fal, replicate and studio.");
        if (pin.Provider is not null && !options.IsConfigured(pin.Provider))
            return new("provider", $"The provider {pin.Provider} is not configured here.");
        if (pin.Model is not null && !catalog.All.Any(pin.Names))
            return new("model", $"There is no model \"{pin.Model}\"{(pin.Provider is null ? "" : $" at {pin.Provider}")}.");
        return null;
    }

    private static List<string> Preference(RoutePin pin, ModelCatalog catalog, ProviderOptions options)
    {
        var remote = ProviderOptions.Remote.OrderByDescending(name => name == options.Default)
            .Where(name => options.IsConfigured(name) && catalog.All.Any(model => model.Provider == name)).ToList();
        var usual = options.Default == ProviderOptions.Studio ? [ProviderOptions.Studio, .. remote]
            : remote.Count == 0 || options.StudioFallback ? [.. remote, ProviderOptions.Studio]
            : remote;
        if (pin.Provider is not null) return [pin.Provider, .. pin.MayFallBack ? usual.Where(name => name != pin.Provider) : []];
        var first = catalog.All.FirstOrDefault(model => model.Provider == ProviderOptions.Studio && pin.Names(model))?.Provider;
        return first is null ? usual : [first, .. usual.Where(name => name != first)];
    }

    /// <summary>A provider's models, best first: those that heed everything that was asked, then by rank.</summary>
    private static IEnumerable<MusicModel> Offers(string provider, RoutePin pin, ModelCatalog catalog, RenderRequest request) =>
        catalog.All.Where(model => model.Provider == provider && (pin.Model is null || pin.MayFallBack || pin.Names(model)))
            .OrderBy(model => !string.IsNullOrWhiteSpace(request.NegativePrompt) && !model.TakesNegativePrompt)
            .ThenBy(model => model.Rank);

    private static ModelRoute.Refused Refuse(RenderRequest request, List<MusicModel> candidates, ModelCatalog catalog)
    {
        var objections = candidates.Select(model => (Model: model, Objection: model.Objection(request)!)).ToList();
        var reasons = string.Join("; ", objections.Select(o => $"{o.Model.Id} {o.Objection.Reason}"));
        var others = catalog.All.Except(candidates).Where(m => m.Objection(request) is null).Select(m => m.Id).ToList();
        return new ModelRoute.Refused(
            MostBlamed(objections.Select(o => o.Objection.Field)), others.Count == 0 ? $"{reasons}." : $"{reasons}. These could: {string.Join(", ", others)}.");
    }

    private static string MostBlamed(IEnumerable<string> fields) => fields.GroupBy(field => field).MaxBy(group => group.Count())!.Key;
}
