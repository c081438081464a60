using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Health;
using SoundFoundry.Core.Models;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Routing;

namespace SoundFoundry.Api.Providers;

/// <summary>What an operator wants to know of the providers beside how they are: what they were asked, and what that cost.</summary>
internal static class ProviderDeskEndpoints
{
    public static void MapProviderDesk(this IEndpointRouteBuilder admin) =>
        admin.MapGet("/providers", ListAsync).WithSummary("See how each provider stands, what it was asked, and what it cost");

    private static async Task<Ok<IReadOnlyList<ProviderStanding>>> ListAsync(
        SoundFoundryDb db, ProviderHealth health, ModelCatalog catalog, Breakers breakers, TimeProvider clock, CancellationToken cancellationToken)
    {
        var report = await health.ReportAsync(cancellationToken);
        var spending = await ProviderSpending.ReadAsync(db, cancellationToken);
        var open = await breakers.OpenAsync(catalog.All);
        var standings = new List<ProviderStanding>();
        foreach (var name in ProviderOptions.Remote.Append(ProviderOptions.Studio))
        {
            var known = report.Providers.SingleOrDefault(provider => provider.Name == name);
            var spent = spending.Find(row => row.Provider == name);
            standings.Add(new ProviderStanding(
                name, known?.Status != ProviderVerdict.NotConfigured, known?.Status ?? report.Studio, known?.Since, known?.Error,
                [.. open.Where(state => state.Provider == name).Select(state => BreakerStanding.From(state, clock.GetUtcNow()))],
                spent?.Attempts ?? 0, spent?.Failures ?? 0, (spent?.Micros ?? 0) / 1_000_000m));
        }

        return TypedResults.Ok<IReadOnlyList<ProviderStanding>>(standings);
    }
}
