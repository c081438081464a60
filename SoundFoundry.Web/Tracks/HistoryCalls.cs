using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Tracks;

internal static class HistoryCalls
{
    public static Task<Answer<IReadOnlyList<Attempt>>> AttemptsAsync(this ApiClient api, long trackId, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<Attempt>>("read attempts", $"/api/tracks/{trackId}/attempts", cancellationToken);

    public static Task<Answer<IReadOnlyList<LogLine>>> LogAsync(this ApiClient api, long jobId, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<LogLine>>("read job log", $"/api/jobs/{jobId}/logs", cancellationToken);
}
