using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Playlists;

namespace SoundFoundry.Api.Playlists;

internal static class PlaylistEndpoints
{
    public static void MapPlaylists(this IEndpointRouteBuilder api)
    {
        var playlists = api.MapGroup("/playlists").WithTags("Playlists");
        playlists.MapGet("/", ListAsync).WithSummary("List your playlists, newest first");
        playlists.MapPost("/", CreateAsync).WithSummary("Make a playlist").ProducesProblem(400).ProducesProblem(409);
        playlists.MapGet("/{id:long}", GetAsync).WithSummary("Get a playlist and its tracks in order").ProducesProblem(404);
        playlists.MapPatch("/{id:long}", RenameAsync).WithSummary("Rename a playlist").ProducesProblem(400).ProducesProblem(404);
        playlists.MapDelete("/{id:long}", DeleteAsync).WithSummary("Delete a playlist; it can be restored").ProducesProblem(404);
        playlists.MapPost("/{id:long}/restore", RestoreAsync).WithSummary("Take a deletion back").ProducesProblem(404).ProducesProblem(409);
        playlists.MapPost("/{id:long}/tracks", AddAsync).WithSummary("Add tracks at the end")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        playlists.MapDelete("/{id:long}/tracks/{trackId:long}", RemoveAsync).WithSummary("Take a track out").ProducesProblem(404);
        playlists.MapPost("/{id:long}/tracks/{trackId:long}/move", MoveAsync).WithSummary("Put a track behind another, or first")
            .ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Ok<IReadOnlyList<PlaylistResponse>>> ListAsync(
        ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.PlaylistsAsync(user.Id(), cancellationToken));

    private static async Task<Results<Created<PlaylistWithTracks>, NotFound, ProblemHttpResult>> CreateAsync(
        NewPlaylist request, ClaimsPrincipal user, PlaylistKeeping keeping, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var outcome = await keeping.CreateAsync(user.Id(), request, cancellationToken);
        if (outcome is not PlaylistOutcome.Done done) return Refuse(outcome);
        var made = await db.PlaylistAsync(user.Id(), done.PlaylistId, cancellationToken);
        return made is null ? TypedResults.NotFound() : TypedResults.Created($"/api/playlists/{made.Id}", made);
    }

    private static async Task<Results<Ok<PlaylistWithTracks>, NotFound, ProblemHttpResult>> GetAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken) =>
        await db.PlaylistAsync(user.Id(), id, cancellationToken) is { } playlist ? TypedResults.Ok(playlist) : TypedResults.NotFound();

    private static async Task<Results<Ok<PlaylistWithTracks>, NotFound, ProblemHttpResult>> RenameAsync(
        long id, PlaylistChange change, ClaimsPrincipal user, PlaylistKeeping keeping, SoundFoundryDb db, CancellationToken cancellationToken) =>
        await AnswerAsync(await keeping.RenameAsync(user.Id(), id, change.Name!, cancellationToken), user, db, cancellationToken);

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        long id, ClaimsPrincipal user, PlaylistKeeping keeping, CancellationToken cancellationToken) =>
        await keeping.DeleteAsync(user.Id(), id, cancellationToken) is PlaylistOutcome.Done ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<Ok<PlaylistWithTracks>, NotFound, ProblemHttpResult>> RestoreAsync(
        long id, ClaimsPrincipal user, PlaylistKeeping keeping, SoundFoundryDb db, CancellationToken cancellationToken) =>
        await AnswerAsync(await keeping.RestoreAsync(user.Id(), id, cancellationToken), user, db, cancellationToken);

    private static async Task<Results<Ok<PlaylistWithTracks>, NotFound, ProblemHttpResult>> AddAsync(
        long id, AddedTracks added, ClaimsPrincipal user, PlaylistContents contents, SoundFoundryDb db, CancellationToken cancellationToken) =>
        await AnswerAsync(await contents.AddAsync(user.Id(), id, added.TrackIds!, cancellationToken), user, db, cancellationToken);

    private static async Task<Results<NoContent, NotFound>> RemoveAsync(
        long id, long trackId, ClaimsPrincipal user, PlaylistContents contents, CancellationToken cancellationToken) =>
        await contents.RemoveAsync(user.Id(), id, trackId, cancellationToken) is PlaylistOutcome.Done
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async Task<Results<Ok<PlaylistWithTracks>, NotFound, ProblemHttpResult>> MoveAsync(
        long id, long trackId, MovedTrack move, ClaimsPrincipal user, PlaylistContents contents, SoundFoundryDb db,
        CancellationToken cancellationToken) =>
        await AnswerAsync(await contents.MoveAsync(user.Id(), id, trackId, move.After, cancellationToken), user, db, cancellationToken);

    private static async Task<Results<Ok<PlaylistWithTracks>, NotFound, ProblemHttpResult>> AnswerAsync(
        PlaylistOutcome outcome, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        if (outcome is PlaylistOutcome.NotFound) return TypedResults.NotFound();
        if (outcome is not PlaylistOutcome.Done done) return Refuse(outcome);
        return await db.PlaylistAsync(user.Id(), done.PlaylistId, cancellationToken) is { } playlist ? TypedResults.Ok(playlist) : TypedResults.NotFound();
    }

    private static ProblemHttpResult Refuse(PlaylistOutcome outcome) => outcome switch
    {
        PlaylistOutcome.TooManyPlaylists => Problem.Of(
            409, ProblemCodes.TooMany, $"You have {PlaylistLimits.PerUser} playlists. Delete one first."),
        PlaylistOutcome.TooManyTracks => Problem.Of(
            409, ProblemCodes.TooMany, $"A playlist holds {PlaylistLimits.Tracks:N0} tracks; these would be more. None was added."),
        PlaylistOutcome.NoSuchTrack missing => Problem.Field(missing.Field, missing.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };
}
