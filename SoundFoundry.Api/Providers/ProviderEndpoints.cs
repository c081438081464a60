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
        TypedResults.Ok(ProviderList.Of(catalog, options.Value));
}
