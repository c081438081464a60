using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Tracks;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Renditions;

internal static class CoverEndpoints
{
    public static void MapCovers(this IEndpointRouteBuilder api) =>
        api.MapGroup("/tracks/{id:long}").WithTags("Tracks")
            .MapGet("/cover", CoverAsync).WithSummary("Get the cover, drawn from the sound")
            .LimitOnly(LimitName.Files) // a page of a library shows one for each track
            .Produces<string>(200, CoverAnswer.ContentType).ProducesProblem(404).ProducesProblem(409);

    /// <param name="v">The job it is drawn from: with it the answer may be kept.</param>
    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> CoverAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, HttpResponse response, CancellationToken cancellationToken, long? v = null)
    {
        var row = await db.TracksOf(user.Id()).SingleOrDefaultAsync(row => row.Track.Id == id, cancellationToken);
        if (row is null) return TypedResults.NotFound();
        if (row.Job.Artifact is not { } artifact) return Problem.NotReady();
        response.Headers.CacheControl = v == row.Job.Id ? CoverAnswer.Kept : CoverAnswer.AskedAgain;
        return CoverAnswer.Of(artifact, response);
    }
}
