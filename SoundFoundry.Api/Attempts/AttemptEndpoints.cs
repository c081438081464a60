using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Attempts;

internal static class AttemptEndpoints
{
    /// <summary>A job makes a handful; only somebody who retries the same track for days comes near.</summary>
    private const int Most = 1_000;

    public static void MapAttempts(this IEndpointRouteBuilder api) =>
        api.MapGet("/tracks/{id:long}/attempts", ListAsync).WithTags("Tracks")
            .WithSummary("List every try at every provider, oldest first").ProducesProblem(404);

    private static async Task<Results<Ok<IReadOnlyList<AttemptResponse>>, NotFound>> ListAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, IAuthorizationService authorization, CancellationToken cancellationToken)
    {
        var userId = user.Id();
        if (!await db.Tracks.AnyAsync(track => track.Id == id && track.UserId == userId && track.DeletedAt == null, cancellationToken))
            return TypedResults.NotFound();

        var tellsCost = (await authorization.AuthorizeAsync(user, Access.Operator)).Succeeded;
        var attempts = await db.Attempts.AsNoTracking().Where(attempt => db.Jobs.Any(job => job.Id == attempt.JobId && job.TrackId == id))
            .OrderBy(attempt => attempt.Id).Take(Most).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<AttemptResponse>>([.. attempts.Select(attempt => AttemptResponse.From(attempt, tellsCost))]);
    }
}
