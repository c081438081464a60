using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Tracks;
using SoundFoundry.Core.Dispatch;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.Jobs;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Jobs;

internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs/{id:long}").WithTags("Jobs");
        jobs.MapGet("/", GetAsync).WithSummary("Get a job").ProducesProblem(404);
        jobs.MapGet("/logs", LogsAsync).WithSummary("Read what happened to a job").ProducesProblem(404);
        jobs.MapPost("/cancel", CancelAsync).WithSummary("Stop a job; what was not spent goes back").ProducesProblem(404).ProducesProblem(409);
        jobs.MapPost("/first", FirstAsync).WithSummary("Put a waiting job before your others").ProducesProblem(404).ProducesProblem(409);
        jobs.MapPost("/retry", RetryAsync).WithSummary("Try a failed or canceled track again, as a new job")
            .ProducesProblem(402).ProducesProblem(404).ProducesProblem(409).ProducesProblem(429).ProducesProblem(503);
    }

    private static async Task<Results<Ok<JobResponse>, NotFound>> GetAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, JobReader reader, TimeProvider clock, CancellationToken cancellationToken)
    {
        var row = (await reader.ReadAsync(db, JobsOf(db, user, id), cancellationToken)).SingleOrDefault();
        return row is null ? TypedResults.NotFound() : TypedResults.Ok(row.ToResponse(clock.GetUtcNow()));
    }

    private static async Task<Results<Ok<List<JobLogLine>>, NotFound>> LogsAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        if (!await JobsOf(db, user, id).AnyAsync(cancellationToken)) return TypedResults.NotFound();
        return TypedResults.Ok(await db.JobLog.Where(line => line.JobId == id).OrderBy(line => line.Id)
            .Select(line => new JobLogLine(line.At, line.Level, line.Message, line.Provider, line.Attempt, line.TraceId))
            .ToListAsync(cancellationToken));
    }

    private static async Task<Results<Ok<JobResponse>, NotFound, ProblemHttpResult>> CancelAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, JobReader reader, Hints hints, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!await JobsOf(db, user, id).AnyAsync(cancellationToken)) return TypedResults.NotFound();
        if (await db.RequestCancelAsync(id, cancellationToken) is not { } status)
            return Problem.Of(409, ProblemCodes.TooLate, "The job had already ended.");

        if (status == JobStatus.Rendering) hints.CancelRequested(id);
        hints.JobChanged(user.Id(), id);
        var row = (await reader.ReadAsync(db, JobsOf(db, user, id), cancellationToken)).Single();
        return TypedResults.Ok(row.ToResponse(clock.GetUtcNow()));
    }

    private static async Task<Results<Ok<JobResponse>, NotFound, ProblemHttpResult>> FirstAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, JobReader reader, Hints hints, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!await JobsOf(db, user, id).AnyAsync(cancellationToken)) return TypedResults.NotFound();
        if (!await db.PutFirstAsync(id, cancellationToken)) return Problem.Of(409, ProblemCodes.TooLate, "The job does not wait any more.");

        hints.JobChanged(user.Id(), id);
        var row = (await reader.ReadAsync(db, JobsOf(db, user, id), cancellationToken)).Single();
        return TypedResults.Ok(row.ToResponse(clock.GetUtcNow()));
    }

    private static async Task<Results<Accepted<TrackCreated>, ProblemHttpResult, NotFound>> RetryAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, TrackRetry retry, CancellationToken cancellationToken)
    {
        if (!await JobsOf(db, user, id).AnyAsync(cancellationToken)) return TypedResults.NotFound();
        return TrackEndpoints.Answer(await retry.RetryAsync(user.Id(), id, cancellationToken));
    }

    private static IQueryable<Job> JobsOf(SoundFoundryDb db, ClaimsPrincipal user, long id)
    {
        var userId = user.Id();
        return db.Jobs.Where(job => job.Id == id && job.UserId == userId);
    }
}
