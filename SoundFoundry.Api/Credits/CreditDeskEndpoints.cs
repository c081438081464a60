using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Credits;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Credits;

/// <summary>What an operator, or a shop with an operator's key, does to a user's credits: written to ledger and audit log together.</summary>
internal static class CreditDeskEndpoints
{
    public static void MapCreditDesk(this IEndpointRouteBuilder admin)
    {
        admin.MapPost("/users/{id:long}/credits", AdjustAsync).WithSummary("Give a user credits, or take some, for a reason")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        admin.MapPost("/purchases", PurchaseAsync).WithSummary("Tell that a user paid; the same reference counts once")
            .ProducesProblem(400).ProducesProblem(409);
    }

    private static async Task<Results<Ok<AdjustedCredits>, NotFound, ProblemHttpResult>> AdjustAsync(
        long id, AdjustCredits request, ClaimsPrincipal actor, SoundFoundryDb db, AuditLog audit, CancellationToken cancellationToken)
    {
        var (credits, reason) = (request.Credits!.Value, request.Reason!.Trim());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        switch (await db.AdjustAsync(id, credits, reason, actor.Id(), cancellationToken))
        {
            case Adjustment.NoSuchUser:
                return TypedResults.NotFound();
            case Adjustment.TooMuch much:
                return Problem.BalanceTooLow(-credits, much.Available);
            case Adjustment.Made made:
                await audit.WriteAsync(Acts.CreditsAdjusted, $"user {id}", cancellationToken, $"{credits} credits: {reason}");
                await transaction.CommitAsync(cancellationToken);
                return TypedResults.Ok(new AdjustedCredits(id, made.Available, Line(made.Entry)));
            case var other:
                throw new InvalidOperationException($"An adjustment ended as {other}.");
        }
    }

    private static async Task<Results<Ok<RecordedPurchase>, ProblemHttpResult>> PurchaseAsync(
        RecordPurchase request, ClaimsPrincipal actor, SoundFoundryDb db, AuditLog audit, CancellationToken cancellationToken)
    {
        var (user, credits, reference) = (request.UserId!.Value, request.Credits!.Value, request.Reference!.Trim());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        switch (await db.PurchaseAsync(user, credits, reference, actor.Id(), cancellationToken))
        {
            case Purchase.NoSuchUser:
                return Problem.Field("user_id", "There is no such user.");
            case Purchase.ReferenceTaken:
                return Problem.Of(409, ProblemCodes.ReferenceReused, "This reference stands for a purchase of another user or of other credits.");
            case Purchase.Made made:
                if (made.IsNew) await audit.WriteAsync(Acts.PurchaseRecorded, $"user {user}", cancellationToken, $"{credits} credits: {reference}");
                await transaction.CommitAsync(cancellationToken);
                return TypedResults.Ok(new RecordedPurchase(user, Line(made.Entry)));
            case var other:
                throw new InvalidOperationException($"A purchase ended as {other}.");
        }
    }

    private static LedgerLine Line(LedgerEntry entry) =>
        new(entry.Id, entry.At, entry.Kind.Word(), entry.Credits, entry.JobId, null, entry.Reason, entry.Reference);
}
