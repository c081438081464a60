using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Renditions;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Workers;

namespace SoundFoundry.Api.Tracks;

/// <summary>Addresses of a track's sound that stay the same, whatever stores it.</summary>
internal static class TrackAudioEndpoints
{
    public static void MapTrackAudio(this IEndpointRouteBuilder api)
    {
        var tracks = api.MapGroup("/tracks/{id:long}").WithTags("Tracks");
        tracks.MapMethods("/audio", ["GET", "HEAD"], AudioAsync).WithSummary("Go to the audio by a fresh signed link")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(429).ProducesProblem(503).Produces(302);
        tracks.MapGet("/peaks", PeaksAsync).WithSummary("Get the waveform's peaks").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<RedirectHttpResult, NotFound, ProblemHttpResult>> AudioAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, TrackLinks links, RenditionDesk desk, HttpResponse response,
        CancellationToken cancellationToken, string? format = null, bool download = false)
    {
        var row = await db.TracksOf(user.Id()).SingleOrDefaultAsync(row => row.Track.Id == id, cancellationToken);
        if (row is null) return TypedResults.NotFound();
        if (row.Job.Artifact is not { } artifact) return Problem.NotReady();
        var stored = TrackFormats.Stored(artifact);
        response.Headers.CacheControl = "no-store";
        var kind = format is null ? null : RenditionKinds.OfFormat(format);
        // To be played it needs no tags, and into what we don't make ourselves we write none.
        if (format is null || (format == stored && (kind is null || !download))) return await GoAsync(artifact.Key);
        if (kind is null)
            return Problem.Field("format", $"This track can be had as {string.Join(", ", TrackFormats.Of(artifact, await db.MakeableAsync(cancellationToken)))}.");

        return await desk.GetAsync(row.Job, kind.Value, cancellationToken) switch
        {
            RenditionAnswer.Made made => await GoAsync(made.Key),
            RenditionAnswer.Failed when format == stored => await GoAsync(artifact.Key), // as it is: without tags is better than not at all
            var other => RenditionProblems.Of(other, response),
        };

        async Task<RedirectHttpResult> GoAsync(string key) =>
            TypedResults.Redirect(await links.RedirectAsync(row.Track, key, download, cancellationToken));
    }

    private static async Task<Results<Ok<TrackPeaks>, NotFound, ProblemHttpResult>> PeaksAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken,
        [Range(TrackPeaks.Fewest, TrackPeaks.Most, ErrorMessage = Messages.Range)] int points = TrackPeaks.Usual)
    {
        var row = await db.TracksOf(user.Id()).SingleOrDefaultAsync(row => row.Track.Id == id, cancellationToken);
        if (row is null) return TypedResults.NotFound();
        if (row.Job.Artifact is not { } artifact) return Problem.NotReady();
        return TypedResults.Ok(TrackPeaks.Of(artifact, points));
    }
}
