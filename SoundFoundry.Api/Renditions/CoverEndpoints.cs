using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Tracks;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;

namespace SoundFoundry.Api.Renditions;

/// <summary>What a track looks like.</summary>
internal static class CoverEndpoints
{
    public static void MapCovers(this IEndpointRouteBuilder api)
    {
        var tracks = api.MapGroup("/tracks/{id:long}").WithTags("Tracks");
        tracks.MapGet("/cover", CoverAsync).WithSummary("Get the cover, drawn from the sound")
            .LimitOnly(LimitName.Files, request => !request.Query.ContainsKey("format")) // a page of a library shows one for each track
            .Produces<string>(200, CoverAnswer.ContentType).Produces(302).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .ProducesProblem(429).ProducesProblem(503);
        tracks.MapGet("/spectrogram", SpectrogramAsync).WithSummary("Go to a picture of the frequencies over time")
            .Produces(302).ProducesProblem(404).ProducesProblem(409).ProducesProblem(429).ProducesProblem(503);
    }

    /// <param name="v">The job it is drawn from: with it the answer may be kept.</param>
    private static async Task<IResult> CoverAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, TrackLinks links, RenditionDesk desk, HttpResponse response,
        CancellationToken cancellationToken, long? v = null, [AllowedValues(null, "svg", "png", ErrorMessage = CoverAnswer.NoSuchFormat)] string? format = null)
    {
        var row = await db.TracksOf(user.Id()).SingleOrDefaultAsync(row => row.Track.Id == id, cancellationToken);
        if (row is null) return TypedResults.NotFound();
        if (row.Job.Artifact is not { } artifact) return Problem.NotReady();
        if (format == "png") return await LinkAsync(row, RenditionKind.Cover, links, desk, response, cancellationToken);
        response.Headers.CacheControl = v == row.Job.Id ? CoverAnswer.Kept : CoverAnswer.AskedAgain;
        return CoverAnswer.Of(artifact, response);
    }

    private static async Task<IResult> SpectrogramAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, TrackLinks links, RenditionDesk desk, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var row = await db.TracksOf(user.Id()).SingleOrDefaultAsync(row => row.Track.Id == id, cancellationToken);
        return row is null ? TypedResults.NotFound()
            : row.Job.Artifact is null ? Problem.NotReady()
            : await LinkAsync(row, RenditionKind.Spectrogram, links, desk, response, cancellationToken);
    }

    private static async Task<IResult> LinkAsync(
        TrackQueries.TrackRow row, RenditionKind kind, TrackLinks links, RenditionDesk desk, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var answer = await desk.GetAsync(row.Job, kind, cancellationToken);
        response.Headers.CacheControl = "no-store";
        return answer is RenditionAnswer.Made made
            ? TypedResults.Redirect(await links.RedirectAsync(row.Track, made.Key, download: false, cancellationToken))
            : RenditionProblems.Of(answer, response);
    }
}
