using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Tracks;

/// <summary>Addresses of a track's sound that stay the same, whatever stores it.</summary>
internal static class TrackAudioEndpoints
{
    public static void MapTrackAudio(this IEndpointRouteBuilder api)
    {
        var tracks = api.MapGroup("/tracks/{id:long}").WithTags("Tracks");
        tracks.MapMethods("/audio", ["GET", "HEAD"], AudioAsync).WithSummary("Go to the audio by a fresh signed link")
            .ProducesProblem(404).ProducesProblem(409).Produces(302);
        tracks.MapGet("/peaks", PeaksAsync).WithSummary("Get the waveform's peaks").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<RedirectHttpResult, NotFound, ProblemHttpResult>> AudioAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, TrackLinks links, HttpResponse response, CancellationToken cancellationToken,
        string? format = null, bool download = false)
    {
        var row = await db.TracksOf(user.Id()).SingleOrDefaultAsync(row => row.Track.Id == id, cancellationToken);
        if (row is null) return TypedResults.NotFound();
        if (row.Job.Artifact is not { } artifact) return NotReady();
        var stored = Path.GetExtension(artifact.Key).TrimStart('.');
        if (format is not null && format != stored) return Problem.Field("format", $"This track is stored as {stored}; no other format is offered.");

        response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(await links.RedirectAsync(row.Track, artifact, download, cancellationToken));
    }

    private static async Task<Results<Ok<TrackPeaks>, NotFound, ProblemHttpResult>> PeaksAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var row = await db.TracksOf(user.Id()).SingleOrDefaultAsync(row => row.Track.Id == id, cancellationToken);
        if (row is null) return TypedResults.NotFound();
        if (row.Job.Artifact is not { } artifact) return NotReady();
        return TypedResults.Ok(new TrackPeaks(artifact.DurationSeconds, [.. artifact.Peaks.Select(peak => Math.Round(peak / 255.0, 3))]));
    }

    private static ProblemHttpResult NotReady() => Problem.Of(409, ProblemCodes.NotReady, "This track has no audio yet.");
}

/// <param name="Peaks">The loudest sample of each equal stretch, 0 to 1.</param>
public sealed record TrackPeaks(double DurationS, IReadOnlyList<double> Peaks);
