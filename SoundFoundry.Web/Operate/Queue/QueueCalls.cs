using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Operate.Queue;

internal static class QueueCalls
{
    public static Task<Answer<QueueReport>> QueueAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<QueueReport>("read queue", "/api/admin/queue", cancellationToken);

    /// <param name="order"><c>pause</c>, <c>resume</c> or <c>drain</c>.</param>
    public static Task<Answer<QueueReport>> OrderQueueAsync(this ApiClient api, string order, CancellationToken cancellationToken) =>
        api.PostAsync<QueueReport>($"{order} queue", $"/api/admin/queue/{order}", body: null, cancellationToken);

    public static Task<Answer<Accepted>> RequeueAsync(this ApiClient api, long jobId, CancellationToken cancellationToken) =>
        api.PostAsync<Accepted>("requeue job", $"/api/admin/jobs/{jobId}/requeue", body: null, cancellationToken);

    public static Task<Answer<Requeued>> RequeueAllAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.PostAsync<Requeued>("requeue jobs", "/api/admin/queue/requeue", body: null, cancellationToken);
}
