using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Library;

internal static class JobCalls
{
    public static Task<Answer<Job>> JobAsync(this ApiClient api, long jobId, CancellationToken cancellationToken) =>
        api.GetAsync<Job>("read job", $"/api/jobs/{jobId}", cancellationToken);

    public static Task<Answer<Job>> CancelAsync(this ApiClient api, long jobId, CancellationToken cancellationToken) =>
        api.PostAsync<Job>("cancel job", $"/api/jobs/{jobId}/cancel", body: null, cancellationToken);

    public static Task<Answer<Job>> PutFirstAsync(this ApiClient api, long jobId, CancellationToken cancellationToken) =>
        api.PostAsync<Job>("put job first", $"/api/jobs/{jobId}/first", body: null, cancellationToken);

    public static Task<Answer<Accepted>> RetryAsync(this ApiClient api, long jobId, CancellationToken cancellationToken) =>
        api.PostAsync<Accepted>("retry job", $"/api/jobs/{jobId}/retry", body: null, cancellationToken);
}
