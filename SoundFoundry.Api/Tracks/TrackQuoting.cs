using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Tracks;

/// <summary>Answers what a request would cost, by the route and the price it would be made by.</summary>
internal sealed class TrackQuoting(SoundFoundryDb db, ModelCatalog catalog, IOptions<ProviderOptions> providers)
{
    /// <summary>A quote, or where the request can't go.</summary>
    public async Task<(TrackQuote? Quote, ModelRoute.Refused? Refused)> QuoteAsync(
        long userId, CreateTrack request, CancellationToken cancellationToken)
    {
        // No model decides by the seed whether it can, or what it costs.
        var route = RoutePlanner.Plan(request.ToRenderRequest(request.Seed ?? 0), request.Pin, catalog, providers.Value);
        if (route is not ModelRoute.Through through) return (null, (ModelRoute.Refused)route);

        var perTrack = through.Quote(request.DurationS);
        var balance = await db.Accounts.Where(account => account.UserId == userId).Select(account => account.AvailableCredits)
            .SingleAsync(cancellationToken);
        var first = through.Models[0];
        return (new TrackQuote((long)perTrack * request.Variations, balance, first.Provider, first.Name, perTrack), null);
    }
}
