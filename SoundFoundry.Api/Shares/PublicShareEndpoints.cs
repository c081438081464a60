using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Renditions;
using SoundFoundry.Api.Tracks;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Renditions;
using SoundFoundry.Core.Storage;

namespace SoundFoundry.Api.Shares;

/// <summary>What whoever has a link gets, without being known. Nothing here names a user or a track, and nothing outlives the link: the audio
/// comes from here and not by a signed link, which would do both.</summary>
internal static class PublicShareEndpoints
{
    public static void MapPublicShares(this IEndpointRouteBuilder app)
    {
        var share = app.MapGroup("/api/public/shares/{token}").WithTags("Public");
        share.MapGet("/", GetAsync).WithSummary("See what a link leads to").ProducesProblem(404);
        share.MapMethods("/audio", [HttpMethods.Get, HttpMethods.Head], AudioAsync).WithSummary("Hear it, whole or by range")
            .LimitOnly(LimitName.Files).ProducesProblem(404).DisableRequestTimeout();
        share.MapGet("/peaks", PeaksAsync).WithSummary("Get the waveform's peaks").ProducesProblem(400).ProducesProblem(404);
        share.MapGet("/cover", CoverAsync).WithSummary("Get the cover, drawn from the sound")
            .LimitOnly(LimitName.Files)
            .Produces<string>(200, CoverAnswer.ContentType, CoverAnswer.Png).ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Results<Ok<SharedTrack>, NotFound>> GetAsync(string token, OpenShares shares, CancellationToken cancellationToken) =>
        await shares.FindAsync(token, cancellationToken) is { } open ? TypedResults.Ok(SharedTrack.From(open)) : TypedResults.NotFound();

    private static async Task<Results<FileStreamHttpResult, NotFound, ProblemHttpResult>> AudioAsync(
        string token, OpenShares shares, IAudioStore store, HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await shares.FindAsync(token, cancellationToken) is not { } open) return TypedResults.NotFound();
        if (await store.OpenAsync(open.Job.Artifact!.Key, cancellationToken) is not { } audio)
            return Problem.Of(404, ProblemCodes.FileGone, "This file is no longer stored.");

        response.RegisterForDisposeAsync(audio);
        if (BeginsAtTheStart(request)) await shares.CountPlayAsync(open.Share, cancellationToken);
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            audio.Content, audio.ContentType, entityTag: new EntityTagHeaderValue($"\"{audio.ETag}\""), enableRangeProcessing: true);
    }

    private static async Task<Results<Ok<TrackPeaks>, NotFound>> PeaksAsync(
        string token, OpenShares shares, CancellationToken cancellationToken,
        [Range(TrackPeaks.Fewest, TrackPeaks.Most, ErrorMessage = Messages.Range)] int points = TrackPeaks.Usual) =>
        await shares.FindAsync(token, cancellationToken) is { Job.Artifact: { } artifact }
            ? TypedResults.Ok(TrackPeaks.Of(artifact, points))
            : TypedResults.NotFound();

    /// <remarks>The PNG was ordered when the track was shared. Until it is made the drawing stands in: nobody waits here.</remarks>
    private static async Task<Results<FileContentHttpResult, FileStreamHttpResult, NotFound>> CoverAsync(
        string token, OpenShares shares, SoundFoundryDb db, IAudioStore store, HttpResponse response, CancellationToken cancellationToken,
        [AllowedValues(null, "svg", "png", ErrorMessage = CoverAnswer.NoSuchFormat)] string? format = null)
    {
        if (await shares.FindAsync(token, cancellationToken) is not { Job: { Artifact: { } artifact } job }) return TypedResults.NotFound();
        response.Headers.CacheControl = CoverAnswer.AskedAgain;
        if (format != "png" || await db.FindMadeAsync(job.Id, RenditionKind.Cover, cancellationToken) is not { } key
            || await store.OpenAsync(key, cancellationToken) is not { } picture) return CoverAnswer.Of(artifact, response);

        response.RegisterForDisposeAsync(picture);
        return TypedResults.Stream(picture.Content, CoverAnswer.Png, entityTag: new EntityTagHeaderValue($"\"{picture.ETag}\""));
    }

    /// <summary>A player asks for the rest, too, when somebody seeks.</summary>
    private static bool BeginsAtTheStart(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().Range?.Ranges.All(range => range.From == 0) != false;
}
