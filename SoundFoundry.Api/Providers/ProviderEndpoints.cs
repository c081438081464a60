using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Providers;

internal static class ProviderEndpoints
{
    public static void MapProviders(this IEndpointRouteBuilder api) =>
        api.MapGet("/providers", Get).WithTags("Providers").WithSummary("What each model can do and costs");

    private static Ok<ProviderList> Get(ModelCatalog catalog, IOptions<ProviderOptions> options) =>
        TypedResults.Ok(new ProviderList(
            RoutePlanner.First(catalog, options.Value),
            catalog.Version,
            [.. catalog.All.GroupBy(model => model.Provider).Select(group => new ProviderEntry(
                group.Key, options.Value.IsConfigured(group.Key), [.. group.Select(ModelEntry.From)]))]));
}

/// <param name="Default">The provider asked first.</param>
public sealed record ProviderList(string Default, string ModelsVersion, IReadOnlyList<ProviderEntry> Providers);

public sealed record ProviderEntry(string Name, bool Configured, IReadOnlyList<ModelEntry> Models);

/// <param name="Vocals"><c>none</c>, <c>wordless</c> or <c>sung</c>.</param>
/// <param name="PriceBasis"><c>flat</c>, <c>started_second</c> or <c>started_minute</c>.</param>
public sealed record ModelEntry(
    string Model,
    string? Note,
    string Vocals,
    double MinDurationS,
    double MaxDurationS,
    bool ControlsDuration,
    bool TakesSeed,
    bool TakesNegativePrompt,
    int PriceCredits,
    string PriceBasis)
{
    internal static ModelEntry From(MusicModel model) => new(
        model.Name, model.Note, model.Vocals.ToString().ToLowerInvariant(), model.MinDurationSeconds, model.MaxDurationSeconds,
        model.ControlsDuration, model.TakesSeed, model.TakesNegativePrompt, model.Price.Credits,
        model.Price.Basis switch
        {
            Core.Models.PriceBasis.StartedSecond => "started_second",
            Core.Models.PriceBasis.StartedMinute => "started_minute",
            _ => "flat",
        });
}
