using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Persistence;
using SoundFoundry.Core.Webhooks;

namespace SoundFoundry.Api.Webhooks;

/// <summary>A user's webhooks. A key can't make them: it could have everything told to somebody else.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks").RequireAuthorization(Access.Person);
        webhooks.MapGet("/", ListAsync).WithSummary("List your webhooks");
        webhooks.MapPost("/", CreateAsync).WithSummary("Have events sent to an address of yours").ProducesProblem(400).ProducesProblem(409);
        webhooks.MapGet("/{id:long}", GetAsync).WithSummary("Get a webhook").ProducesProblem(404);
        webhooks.MapPatch("/{id:long}", ChangeAsync).WithSummary("Change, disable or enable a webhook").ProducesProblem(400).ProducesProblem(404);
        webhooks.MapDelete("/{id:long}", DeleteAsync).WithSummary("Delete a webhook and its deliveries").ProducesProblem(404);
        webhooks.MapPost("/{id:long}/secret", RotateAsync).WithSummary("Get a new secret; the old one signs too for a day").ProducesProblem(404);
        webhooks.MapDeliveries();
    }

    private static async Task<Ok<WebhookList>> ListAsync(ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var webhooks = await db.WebhooksOf(user.Id()).OrderBy(webhook => webhook.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(new WebhookList([.. webhooks.Select(WebhookResponse.From)]));
    }

    private static async Task<Results<Created<WebhookWithSecret>, ProblemHttpResult>> CreateAsync(
        CreateWebhook request, ClaimsPrincipal user, WebhookKeeping keeping, CancellationToken cancellationToken) =>
        await keeping.CreateAsync(user.Id(), request, cancellationToken) switch
        {
            Keeping.Kept kept => TypedResults.Created(
                $"/api/webhooks/{kept.Webhook.Id}", new WebhookWithSecret(WebhookResponse.From(kept.Webhook), kept.Webhook.Secret)),
            Keeping.BadAddress bad => Problem.Field("url", bad.Reason),
            Keeping.TooMany => Problem.Of(409, ProblemCodes.TooManyWebhooks, $"You have {WebhookKeeping.MostPerUser} webhooks. Delete one first."),
            var other => throw new InvalidOperationException($"Making a webhook ended as {other}."),
        };

    private static async Task<Results<Ok<WebhookResponse>, NotFound>> GetAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, CancellationToken cancellationToken) =>
        await db.WebhooksOf(user.Id()).SingleOrDefaultAsync(webhook => webhook.Id == id, cancellationToken) is { } webhook
            ? TypedResults.Ok(WebhookResponse.From(webhook))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<WebhookResponse>, NotFound, ProblemHttpResult>> ChangeAsync(
        long id, WebhookChange change, ClaimsPrincipal user, WebhookKeeping keeping, CancellationToken cancellationToken) =>
        await keeping.ChangeAsync(user.Id(), id, change, cancellationToken) switch
        {
            Keeping.Kept kept => TypedResults.Ok(WebhookResponse.From(kept.Webhook)),
            Keeping.NotFound => TypedResults.NotFound(),
            Keeping.BadAddress bad => Problem.Field("url", bad.Reason),
            var other => throw new InvalidOperationException($"Changing a webhook ended as {other}."),
        };

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var userId = user.Id();
        if (await db.Webhooks.Where(webhook => webhook.Id == id && webhook.UserId == userId).ExecuteDeleteAsync(cancellationToken) == 0)
            return TypedResults.NotFound();
        await audit.WriteAsync(Acts.WebhookDeleted, $"webhook {id}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<WebhookWithSecret>, NotFound>> RotateAsync(
        long id, ClaimsPrincipal user, SoundFoundryDb db, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.RotateSecretAsync(user.Id(), id, cancellationToken) is not { } secret) return TypedResults.NotFound();
        await audit.WriteAsync(Acts.WebhookSecretRotated, $"webhook {id}", cancellationToken);
        var webhook = await db.WebhooksOf(user.Id()).SingleAsync(webhook => webhook.Id == id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new WebhookWithSecret(WebhookResponse.From(webhook), secret));
    }
}
