using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Workers;

namespace SoundFoundry.Api.Workers;

internal static class WorkerEndpoints
{
    private const int Most = 200;

    public static void MapWorkers(this IEndpointRouteBuilder admin) =>
        admin.MapGet("/workers", ListAsync).WithSummary("List the workers, and what each is at, the living first");

    /// <summary>One that died without a word is listed for a day.</summary>
    private static async Task<Ok<IReadOnlyList<WorkerReport>>> ListAsync(SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var alive = db.AliveWorkers();
        var rendering = db.Jobs.Where(job => job.Status == JobStatus.Rendering);
        var workers = await db.Workers.Where(worker => worker.LeftAt == null)
            .Select(worker => new
            {
                Worker = worker,
                Alive = alive.Any(living => living.Id == worker.Id),
                Studio = rendering.Count(job => job.Worker == worker.Id && job.Lane == Lane.Studio),
                Remote = rendering.Count(job => job.Worker == worker.Id && job.Lane == Lane.Remote),
            })
            .OrderByDescending(row => row.Alive).ThenByDescending(row => row.Worker.StartedAt).ThenBy(row => row.Worker.Id)
            .Take(Most).AsNoTracking().ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<WorkerReport>>([.. workers.Select(row => new WorkerReport(
            row.Worker.Id, row.Worker.Id[(row.Worker.Id.IndexOf('@') + 1)..], row.Worker.StartedAt, row.Worker.SeenAt, row.Alive,
            row.Worker.StudioSlots, row.Studio, row.Worker.RemoteSlots, row.Remote))]);
    }
}
