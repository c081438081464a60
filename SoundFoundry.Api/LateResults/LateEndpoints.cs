using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Tracks;
using SoundFoundry.Core.Events;
using SoundFoundry.Core.LateResults;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.LateResults;

internal static class LateEndpoints
{
    public static void MapLateResults(this IEndpointRouteBuilder api)
    {
        var late = api.MapGroup("/tracks/{id:long}/late/{lateId:long}").WithTags("Tracks");
        late.MapMethods("/audio", ["GET", "HEAD"], AudioAsync).WithSummary("Listen to what was finished late")
            .ProducesProblem(404).Produces(302);
        late.MapPost("/take", TakeAsync).WithSummary("Make what was finished late the track's audio, and pay for it")
            .ProducesProblem(402).ProducesProblem(404).ProducesProblem(409);
        late.MapPost("/decline", DeclineAsync).WithSummary("Say no to what was finished late").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> AudioAsync(
        long id, long lateId, ClaimsPrincipal user, SoundFoundryDb db, TrackLinks links, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (await db.TracksOf(user.Id()).SingleOrDefaultAsync(row => row.Track.Id == id, cancellationToken) is not { } row)
            return TypedResults.NotFound();
        var late = await db.LateResults.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Id == lateId && l.TrackId == id && l.DeclinedAt == null, cancellationToken);
        if (late is null) return TypedResults.NotFound();
        response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(await links.RedirectAsync(row.Track, late.Artifact.Key, download: false, cancellationToken));
    }

    private static async Task<Results<Ok<TrackResponse>, NotFound, ProblemHttpResult>> TakeAsync(
        long id, long lateId, ClaimsPrincipal user, SoundFoundryDb db, TrackPages pages, Hints hints, CancellationToken cancellationToken) =>
        await db.TakeLateAsync(user.Id(), id, lateId, cancellationToken) switch
        {
            LateTaking.Taken => await AnswerAsync(id, user.Id(), pages, hints, cancellationToken),
            LateTaking.NotFound => TypedResults.NotFound(),
            LateTaking.Declined => Problem.Of(409, ProblemCodes.TooLate, "It was declined, and is no longer kept."),
            LateTaking.StillMaking => Problem.Of(409, ProblemCodes.StillMaking, "This track is being made again. Wait for that, or cancel it."),
            LateTaking.NotEnoughCredits poor => Problem.NotEnoughCredits(poor.Needed, poor.Available),
            var other => throw new InvalidOperationException($"Taking a late result ended as {other}."),
        };

    private static async Task<Results<Ok<TrackResponse>, NotFound, ProblemHttpResult>> DeclineAsync(
        long id, long lateId, ClaimsPrincipal user, SoundFoundryDb db, TrackPages pages, Hints hints, CancellationToken cancellationToken) =>
        await db.DeclineLateAsync(user.Id(), id, lateId, cancellationToken) switch
        {
            LateTaking.Declined => await AnswerAsync(id, user.Id(), pages, hints, cancellationToken),
            LateTaking.NotFound => TypedResults.NotFound(),
            LateTaking.Taken => Problem.Of(409, ProblemCodes.TooLate, "It was taken, and is the track's audio."),
            var other => throw new InvalidOperationException($"Declining a late result ended as {other}."),
        };

    private static async Task<Results<Ok<TrackResponse>, NotFound, ProblemHttpResult>> AnswerAsync(
        long trackId, long userId, TrackPages pages, Hints hints, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(userId, trackId, cancellationToken) is not { } track) return TypedResults.NotFound();
        hints.JobChanged(userId, track.JobId);
        return TypedResults.Ok(track);
    }
}
