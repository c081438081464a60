using SoundFoundry.Web.Api;

namespace SoundFoundry.Web.Operate.Workers;

internal static class WorkerCalls
{
    public static Task<Answer<IReadOnlyList<Worker>>> WorkersAsync(this ApiClient api, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<Worker>>("list workers", "/api/admin/workers", cancellationToken);
}
