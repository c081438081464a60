using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Paging;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Api.Tracks;

internal static class TrackEndpoints
{
    public static void MapTracks(this IEndpointRouteBuilder api)
    {
        var tracks = api.MapGroup("/tracks").WithTags("Tracks");
        tracks.MapPost("/", CreateAsync).WithSummary("Ask for a track, or for variations of it")
            .ProducesProblem(400).ProducesProblem(402).ProducesProblem(409).ProducesProblem(429).ProducesProblem(503);
        tracks.MapPost("/quote", QuoteAsync).WithSummary("See what such a track would cost; nothing is made").ProducesProblem(400);
        tracks.MapGet("/", ListAsync).WithSummary("List tracks, newest first unless asked otherwise").ProducesProblem(400);
        tracks.MapGet("/ids", IdsAsync).WithSummary("List the ids of tracks, all at once").ProducesProblem(400);
        tracks.MapPost("/bulk", BulkAsync).WithSummary("Delete, restore or mark many tracks").ProducesProblem(400);
        tracks.MapGet("/{id:long}", GetAsync).WithSummary("Get a track").ProducesProblem(404);
        tracks.MapPatch("/{id:long}", ChangeAsync).WithSummary("Rename a track or mark it as a favourite").ProducesProblem(404);
        tracks.MapDelete("/{id:long}", DeleteAsync).WithSummary("Delete a track; it can be restored").ProducesProblem(404).ProducesProblem(409);
        tracks.MapPost("/{id:long}/restore", RestoreAsync).WithSummary("Take a deletion back").ProducesProblem(404);
    }

    private static async Task<Results<Accepted<TrackCreated>, ProblemHttpResult, NotFound>> CreateAsync(
        CreateTrack request, ClaimsPrincipal user, TrackCreation creation, CancellationToken cancellationToken,
        [FromHeader(Name = "Idempotency-Key"), StringLength(255, MinimumLength = 1)] string? idempotencyKey = null) =>
        Answer(await creation.CreateAsync(user.Id(), request, idempotencyKey, cancellationToken));

    internal static Results<Accepted<TrackCreated>, ProblemHttpResult, NotFound> Answer(Creation creation) => creation switch
    {
        Creation.Accepted accepted => TypedResults.Accepted($"/api/jobs/{accepted.Tracks.JobId}", accepted.Tracks),
        Creation.Refused refused => Problem.Field(refused.Field, refused.Reason),
        Creation.NotEnoughCredits poor => Problem.NotEnoughCredits(poor.Needed, poor.Available),
        Creation.TooManyWaiting full => Problem.Of(429, ProblemCodes.TooManyWaiting,
            $"{full.Waiting} of your jobs wait, and {full.Limit} may. Let some begin first, or cancel them."),
        Creation.KeyReused => Problem.Of(409, ProblemCodes.KeyReused, "This Idempotency-Key was used for a different request."),
        Creation.Draining => Problem.Of(503, ProblemCodes.Draining,
            "New tracks are not accepted at the moment. Nothing was charged."),
        Creation.StillOpen => Problem.Of(409, ProblemCodes.StillOpen,
            "A provider still has the work of the last try; it is being fetched or stopped. Try again in a minute."),
        Creation.TooLate => Problem.Of(409, ProblemCodes.TooLate,
            "Only the last job of a track can be tried again, once it failed or was canceled."),
        _ => throw new ArgumentOutOfRangeException(nameof(creation), creation, "No such outcome."),
    };

    private static async Task<Results<Ok<TrackPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] TrackFilter filter, [AsParameters] PageQuery page, [AsParameters] NamedTracks named, ClaimsPrincipal user,
        TrackPages pages, CancellationToken cancellationToken)
    {
        if (named.Ids is null)
        {
            return await pages.PageAsync(user.Id(), filter, page, cancellationToken) is { } read
                ? TypedResults.Ok(read)
                : Problem.Field("cursor", PageCursor.NotOurs);
        }

        if (!filter.IsEmpty || page.Cursor is not null) return Problem.Field("ids", "Named tracks can't be filtered, sorted or paged.");
        if (named.ParsedIds() is not { } ids) return Problem.Field("ids", $"Must be at most {NamedTracks.MostIds} track ids with commas between them.");
        return TypedResults.Ok(new TrackPage(await pages.NamedAsync(user.Id(), ids, cancellationToken), NextCursor: null));
    }

    private static async Task<Ok<TrackIds>> IdsAsync(
        [AsParameters] TrackFilter filter, ClaimsPrincipal user, TrackPages pages, CancellationToken cancellationToken) =>
        TypedResults.Ok(await pages.IdsAsync(user.Id(), filter, cancellationToken));

    private static async Task<Results<Ok<TrackQuote>, ProblemHttpResult>> QuoteAsync(
        CreateTrack request, ClaimsPrincipal user, TrackQuoting quoting, CancellationToken cancellationToken)
    {
        var (quote, refused) = await quoting.QuoteAsync(user.Id(), request, cancellationToken);
        return refused is null ? TypedResults.Ok(quote) : Problem.Field(refused.Field, refused.Reason);
    }

    private static async Task<Ok<BulkChanged>> BulkAsync(
        BulkChange change, ClaimsPrincipal user, TrackBulk bulk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await bulk.ChangeAsync(user.Id(), change, cancellationToken));

    private static async Task<Results<Ok<TrackResponse>, NotFound>> GetAsync(
        long id, ClaimsPrincipal user, TrackPages pages, CancellationToken cancellationToken) =>
        await pages.FindAsync(user.Id(), id, cancellationToken) is { } track ? TypedResults.Ok(track) : TypedResults.NotFound();

    private static async Task<Results<Ok<TrackResponse>, NotFound>> ChangeAsync(
        long id, TrackChange change, ClaimsPrincipal user, SoundFoundryDb db, TrackPages pages, CancellationToken cancellationToken)
    {
        var track = await db.Tracks.SingleOrDefaultAsync(t => t.Id == id && t.UserId == user.Id() && t.DeletedAt == null, cancellationToken);
        if (track is null) return TypedResults.NotFound();
        if (change.Title is not null) track.Title = string.IsNullOrWhiteSpace(change.Title) ? null : change.Title.Trim();
        if (change.Favorite is { } favorite) track.Favorite = favorite;
        await db.SaveChangesAsync(cancellationToken);
        return await GetAsync(id, user, pages, cancellationToken);
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var deleted = await db.DeleteTracks(user.Id(), [id]).ToListAsync(cancellationToken);
        if (deleted.Count == 1) return TypedResults.NoContent();
        return await db.UnendedTracks(user.Id(), [id]).AnyAsync(cancellationToken)
            ? Problem.Of(409, ProblemCodes.NotEnded, Problem.CancelFirst)
            : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<TrackResponse>, NotFound>> RestoreAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, TrackPages pages, IOptions<StorageOptions> storage, CancellationToken cancellationToken)
    {
        await db.RestoreTracks(user.Id(), [id], storage.Value.KeepDeleted).ToListAsync(cancellationToken);
        return await GetAsync(id, user, pages, cancellationToken);
    }
}
