using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Operate.Providers;

internal static class ProviderCalls
{
    public static Task<Answer<IReadOnlyList<ProviderStanding>>> ProviderStandingsAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<ProviderStanding>>("list providers", "/api/admin/providers", cancellationToken);

    public static Task<Answer<ProviderHealth>> ProviderHealthAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<ProviderHealth>("read health", "/api/health/providers", cancellationToken);
}
