using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Live;

internal static class LiveCalls
{
    public static Task<Answer<TrackPage>> NewestAsync(this ApiClient api, int count, CancellationToken cancellationToken) =>
        api.GetAsync<TrackPage>("list newest tracks", $"/api/tracks?limit={count}", cancellationToken);

    /// <summary>What is at work may be older than the newest: they wait for it.</summary>
    public static Task<Answer<TrackPage>> AtWorkAsync(this ApiClient api, int count, CancellationToken cancellationToken) =>
        api.GetAsync<TrackPage>("list tracks at work", $"/api/tracks?status=RENDERING&limit={count}", cancellationToken);
}
