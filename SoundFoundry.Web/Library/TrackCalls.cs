using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

internal static class TrackCalls
{
    /// <param name="idempotencyKey">The same key with the same request never makes the tracks twice.</param>
    public static Task<Answer<Accepted>> CreateAsync(
        this ApiClient api, CreateTrack request, string idempotencyKey, CancellationToken cancellationToken) =>
        api.SendAsync<Accepted>("create track", HttpMethod.Post, "/api/tracks", request, cancellationToken, ("Idempotency-Key", idempotencyKey));

    public static Task<Answer<Track>> TrackAsync(this ApiClient api, long trackId, CancellationToken cancellationToken) =>
        api.GetAsync<Track>("read track", $"/api/tracks/{trackId}", cancellationToken);

    public static Task<Answer<Track>> ChangeAsync(this ApiClient api, long trackId, TrackChange change, CancellationToken cancellationToken) =>
        api.PatchAsync<Track>("change track", $"/api/tracks/{trackId}", change, cancellationToken);

    public static Task<Answer<Nothing>> DeleteAsync(this ApiClient api, long trackId, CancellationToken cancellationToken) =>
        api.DeleteAsync("delete track", $"/api/tracks/{trackId}", cancellationToken);

    public static Task<Answer<Track>> RestoreAsync(this ApiClient api, long trackId, CancellationToken cancellationToken) =>
        api.PostAsync<Track>("restore track", $"/api/tracks/{trackId}/restore", body: null, cancellationToken);

    public static Task<Answer<Track>> TakeLateAsync(this ApiClient api, long trackId, long lateId, CancellationToken cancellationToken) =>
        api.PostAsync<Track>("take late result", $"/api/tracks/{trackId}/late/{lateId}/take", body: null, cancellationToken);

    public static Task<Answer<Track>> DeclineLateAsync(this ApiClient api, long trackId, long lateId, CancellationToken cancellationToken) =>
        api.PostAsync<Track>("decline late result", $"/api/tracks/{trackId}/late/{lateId}/decline", body: null, cancellationToken);

    public static Task<Answer<ProviderList>> ProvidersAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<ProviderList>("list providers", "/api/providers", cancellationToken);
}
