using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Paging;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Tracks;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Dispatch;

/// <summary>The operator's hand on the queue. In local mode the owner is the operator.</summary>
internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/queue", GetAsync).WithSummary("See how the queue stands, and which jobs were given up").ProducesProblem(400);
        admin.MapPost("/queue/pause", (QueueMode mode, CancellationToken token) => mode.SetAsync(DispatchMode.Paused, token))
            .WithSummary("Begin no more jobs; accept them");
        admin.MapPost("/queue/resume", (QueueMode mode, CancellationToken token) => mode.SetAsync(DispatchMode.Running, token))
            .WithSummary("Accept and begin jobs again");
        admin.MapPost("/queue/drain", (QueueMode mode, CancellationToken token) => mode.SetAsync(DispatchMode.Draining, token))
            .WithSummary("Accept no more jobs; work off those that wait");
        admin.MapPost("/queue/requeue", RequeueAllAsync).WithSummary("Try every given-up job again, as new jobs");
        admin.MapPost("/jobs/{id:long}/requeue", RequeueAsync).WithSummary("Try a failed job again on behalf of its user, as a new job")
            .ProducesProblem(402).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);
    }

    private static async Task<Results<Ok<QueueReport>, ProblemHttpResult>> GetAsync(
        [AsParameters] PageQuery page, SoundFoundryDb db, CancellationToken cancellationToken) =>
        await db.ReportAsync(page, cancellationToken) is { } report ? TypedResults.Ok(report) : Problem.Field("cursor", PageCursor.NotOurs);

    private static async Task<Results<Accepted<TrackCreated>, ProblemHttpResult, NotFound>> RequeueAsync(
        long id, SoundFoundryDb db, TrackRetry retry, AuditLog audit, CancellationToken cancellationToken)
    {
        var failed = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, cancellationToken);
        if (failed is null) return TypedResults.NotFound();
        if (failed.Status != JobStatus.Failed) return Problem.Of(409, ProblemCodes.TooLate, "Only a failed job can be queued again.");
        var creation = await retry.RetryAsync(failed.UserId, id, cancellationToken);
        if (creation is Creation.Accepted) await audit.WriteAsync(Acts.JobsRequeued, $"job {id}", CancellationToken.None);
        return TrackEndpoints.Answer(creation);
    }

    private static async Task<Ok<Requeued>> RequeueAllAsync(
        SoundFoundryDb db, TrackRetry retry, AuditLog audit, CancellationToken cancellationToken)
    {
        var refused = new List<NotRequeued>();
        var parked = await db.Parked().OrderBy(job => job.Id).ToListAsync(cancellationToken);
        foreach (var job in parked)
        {
            db.ChangeTracker.Clear();
            var creation = await retry.RetryAsync(job.UserId, job.Id, cancellationToken);
            if (TrackEndpoints.Answer(creation).Result is ProblemHttpResult problem)
                refused.Add(new NotRequeued(job.Id, problem.ProblemDetails.Detail!));
        }

        await audit.WriteAsync(Acts.JobsRequeued, "all parked jobs", CancellationToken.None, $"{parked.Count - refused.Count} jobs");
        return TypedResults.Ok(new Requeued(parked.Count - refused.Count, refused));
    }
}
