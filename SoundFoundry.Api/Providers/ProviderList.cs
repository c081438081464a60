using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Providers;

/// <summary>Who can make music here, in the order in which they are asked; those that have no key come last.</summary>
/// <param name="Default">The provider asked first.</param>
/// <param name="ModelsVersion">Changes whenever anything in the table of models does.</param>
public sealed record ProviderList(string Default, string ModelsVersion, IReadOnlyList<ProviderEntry> Providers)
{
    internal static ProviderList Of(ModelCatalog catalog, ProviderOptions options)
    {
        var first = RoutePlanner.First(catalog, options);
        var providers = catalog.All.GroupBy(model => model.Provider)
            .OrderByDescending(group => group.Key == first)
            .ThenByDescending(group => options.IsConfigured(group.Key))
            .Select(group => new ProviderEntry(
                group.Key, options.IsConfigured(group.Key), [.. group.OrderBy(model => model.Rank).Select(ModelEntry.From)]));
        return new ProviderList(first, catalog.Version, [.. providers]);
    }
}

/// <param name="Configured">Whether there is a key for it; the built-in synthesiser needs none.</param>
/// <param name="Models">The one taken where several can make a request comes first.</param>
public sealed record ProviderEntry(string Name, bool Configured, IReadOnlyList<ModelEntry> Models);
