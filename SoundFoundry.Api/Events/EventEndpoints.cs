using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Jobs;
using SoundFoundry.Api.Limits;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Events;

internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/events", UserEvents).AddEndpointFilter<EventStreamLimit>().WithTags("Jobs").WithSummary("Follow all of your jobs (server-sent events)")
            .ProducesProblem(429).DisableRequestTimeout();
        api.MapGet("/jobs/{id:long}/events", JobEventsAsync).AddEndpointFilter<EventStreamLimit>().WithTags("Jobs").WithSummary("Follow one job until it ends (server-sent events)")
            .ProducesProblem(404).ProducesProblem(429).DisableRequestTimeout();
    }

    private static ServerSentEventsResult<JobResponse?> UserEvents(
        ClaimsPrincipal user, JobEventStream events, StreamAccess access, HttpContext context, CancellationToken cancellationToken,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId = null)
    {
        Unbuffered(context);
        return TypedResults.ServerSentEvents(
            access.UntilRevokedAsync(context, events.OfUserAsync(user.Id(), Version(lastEventId), cancellationToken)));
    }

    private static async Task<Results<ServerSentEventsResult<JobResponse?>, NotFound>> JobEventsAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, JobEventStream events, StreamAccess access, HttpContext context,
        CancellationToken cancellationToken)
    {
        var userId = user.Id();
        if (!await db.Jobs.AnyAsync(job => job.Id == id && job.UserId == userId, cancellationToken)) return TypedResults.NotFound();
        Unbuffered(context);
        return TypedResults.ServerSentEvents(access.UntilRevokedAsync(context, events.OfJobAsync(userId, id, cancellationToken)));
    }

    private static void Unbuffered(HttpContext context) => context.Response.Headers["X-Accel-Buffering"] = "no";

    private static long? Version(string? lastEventId) =>
        long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
