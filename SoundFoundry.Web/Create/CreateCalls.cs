using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Create;

internal static class CreateCalls
{
    /// <summary>Makes nothing; refuses what a creation would refuse.</summary>
    public static Task<Answer<Quote>> QuoteAsync(this ApiClient api, CreateTrack request, CancellationToken cancellationToken) =>
        api.PostAsync<Quote>("quote track", "/api/tracks/quote", request, cancellationToken);
}
