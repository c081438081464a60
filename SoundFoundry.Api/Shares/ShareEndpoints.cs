using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Shares;

namespace SoundFoundry.Api.Shares;

/// <summary>What the owner of a track does about its link.</summary>
internal static class ShareEndpoints
{
    public static void MapShares(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tracks/{id:long}/share", ShareAsync).WithTags("Shares").WithSummary("Get a link under which anybody can hear a track")
            .ProducesProblem(404).ProducesProblem(409);
        var shares = api.MapGroup("/shares").WithTags("Shares");
        shares.MapGet("/", ListAsync).WithSummary("List your links, newest first");
        shares.MapDelete("/{id:long}", RevokeAsync).WithSummary("Revoke a link at once").ProducesProblem(404);
    }

    private static async Task<Results<Created<ShareResponse>, Ok<ShareResponse>, NotFound, ProblemHttpResult>> ShareAsync(
        long id, NewShare request, ClaimsPrincipal user, ShareMaking making, PageLinks pages, CancellationToken cancellationToken) =>
        await making.ShareAsync(user.Id(), id, request.ShowPrompt, cancellationToken) switch
        {
            ShareOutcome.Made made => TypedResults.Created($"/api/public/shares/{made.Share.Token}", ShareResponse.From(made.Share, made.Track, pages)),
            ShareOutcome.Stands stands => TypedResults.Ok(ShareResponse.From(stands.Share, stands.Track, pages)),
            ShareOutcome.NotFound => TypedResults.NotFound(),
            ShareOutcome.NotReady => Problem.Of(409, ProblemCodes.NotReady, "This track has no audio yet: there is nothing to share."),
            ShareOutcome.TooMany => Problem.Of(409, ProblemCodes.TooMany, $"You have {ShareLimits.PerUser:N0} links. Revoke one first."),
            var other => throw new InvalidOperationException($"Sharing ended as {other}."),
        };

    private static async Task<Ok<IReadOnlyList<ShareResponse>>> ListAsync(
        ClaimsPrincipal user, SoundFoundryDb db, PageLinks pages, CancellationToken cancellationToken)
    {
        var rows = await db.SharesOf(user.Id()).OrderByDescending(row => row.Share.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ShareResponse>>([.. rows.Select(row => ShareResponse.From(row.Share, row.Track, pages))]);
    }

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var userId = user.Id();
        var tracks = await db.Database.SqlQuery<long>($"DELETE FROM shares WHERE id = {id} AND user_id = {userId} RETURNING track_id")
            .ToListAsync(cancellationToken);
        if (tracks.Count == 0) return TypedResults.NotFound();
        await audit.WriteAsync(Acts.ShareRevoked, $"track {tracks[0]}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
