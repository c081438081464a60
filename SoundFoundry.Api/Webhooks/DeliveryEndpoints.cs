using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Paging;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

/// <summary>What was sent to a webhook, and sending it again.</summary>
internal static class DeliveryEndpoints
{
    private const char List = 'd';

    /// <summary>Deliveries of one webhook that may wait when another is asked for by hand.</summary>
    private const int MaxPending = 20;

    public static void MapDeliveries(this IEndpointRouteBuilder webhooks)
    {
        webhooks.MapPost("/{id:long}/test", TestAsync).WithSummary("Send a test event").ProducesProblem(404).ProducesProblem(409);
        webhooks.MapGet("/{id:long}/deliveries", ListAsync).WithSummary("List what was sent, newest first")
            .ProducesProblem(400).ProducesProblem(404);
        webhooks.MapPost("/{id:long}/deliveries/{deliveryId:long}/redeliver", RedeliverAsync)
            .WithSummary("Send a delivery once more, now, as the same message").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<Accepted<DeliveryResponse>, NotFound, ProblemHttpResult>> TestAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        if (!await db.WebhooksOf(user.Id()).AnyAsync(webhook => webhook.Id == id, cancellationToken)) return TypedResults.NotFound();
        if (await IsFullAsync(db, user.Id(), id, deliveryId: null, cancellationToken)) return Full();
        if (await db.NotifyTestAsync(user.Id(), id, cancellationToken) is not { } deliveryId) return Disabled();
        return await AnswerAsync(db, user.Id(), id, deliveryId, cancellationToken);
    }

    private static async Task<Results<Ok<DeliveryPage>, NotFound, ProblemHttpResult>> ListAsync(
        long id, [AsParameters] PageQuery page, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        if (!await db.WebhooksOf(user.Id()).AnyAsync(webhook => webhook.Id == id, cancellationToken)) return TypedResults.NotFound();
        var deliveries = db.DeliveriesOf(user.Id(), id).OrderByDescending(delivery => delivery.Id);
        var read = await NewestFirst.ReadAsync(
            List, page, before => deliveries.Where(delivery => delivery.Id < before), delivery => delivery.Id, cancellationToken);
        return read is null
            ? Problem.Field("cursor", PageCursor.NotOurs)
            : TypedResults.Ok(new DeliveryPage([.. read.Rows.Select(DeliveryResponse.From)], read.NextCursor));
    }

    private static async Task<Results<Accepted<DeliveryResponse>, NotFound, ProblemHttpResult>> RedeliverAsync(
        long id, long deliveryId, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        if (!await db.DeliveriesOf(user.Id(), id).AnyAsync(delivery => delivery.Id == deliveryId, cancellationToken)) return TypedResults.NotFound();
        if (await IsFullAsync(db, user.Id(), id, deliveryId, cancellationToken)) return Full();
        if (!await db.RedeliverAsync(user.Id(), id, deliveryId, cancellationToken)) return Disabled();
        return await AnswerAsync(db, user.Id(), id, deliveryId, cancellationToken);
    }

    private static async Task<Results<Accepted<DeliveryResponse>, NotFound, ProblemHttpResult>> AnswerAsync(
        SoundFoundryDb db, long userId, long webhookId, long deliveryId, CancellationToken cancellationToken) =>
        await db.DeliveriesOf(userId, webhookId).SingleOrDefaultAsync(delivery => delivery.Id == deliveryId, cancellationToken) is { } delivery
            ? TypedResults.Accepted($"/api/webhooks/{webhookId}/deliveries", DeliveryResponse.From(delivery))
            : TypedResults.NotFound();

    /// <param name="deliveryId">One that may be sent again though it is among them; null if there is none.</param>
    private static async Task<bool> IsFullAsync(
        SoundFoundryDb db, long userId, long webhookId, long? deliveryId, CancellationToken cancellationToken) =>
        await db.DeliveriesOf(userId, webhookId).Where(delivery => delivery.NextAt != null && delivery.Id != deliveryId)
            .Take(MaxPending).CountAsync(cancellationToken) == MaxPending;

    private static ProblemHttpResult Full() =>
        Problem.Of(409, ProblemCodes.TooManyDeliveries, $"{MaxPending} deliveries of this webhook wait to be sent. Try again when some are through.");

    private static ProblemHttpResult Disabled() =>
        Problem.Of(409, ProblemCodes.WebhookDisabled, "This webhook is disabled. Enable it first.");
}
