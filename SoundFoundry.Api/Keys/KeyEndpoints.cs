using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;

namespace SoundFoundry.Api.Keys;

internal static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Account").RequireAuthorization(Access.Person);
        keys.MapGet("/", ListAsync).WithSummary("List your API keys");
        keys.MapPost("/", MakeAsync).WithSummary("Make an API key; it is shown this once").ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);
        keys.MapDelete("/{id:long}", RevokeAsync).WithSummary("Revoke an API key").ProducesProblem(404);
    }

    private static async Task<Ok<IReadOnlyList<KeyResponse>>> ListAsync(
        ClaimsPrincipal user, ApiKeys keys, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<KeyResponse>>([.. (await keys.OfAsync(user.Id(), cancellationToken)).Select(KeyResponse.From)]);

    private static async Task<Results<Created<NewKeyResponse>, ProblemHttpResult>> MakeAsync(
        MakeKey request, ClaimsPrincipal user, ApiKeys keys, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.ExpiresAt <= clock.GetUtcNow()) return Problem.Field("expires_at", "Must lie in the future.");
        if (request.Scopes!.Except(Scopes.All).Any()) return Problem.Field("scopes", $"Must be among {string.Join(", ", Scopes.All)}.");
        if (request.Scopes!.Contains(Scopes.Admin) && !user.IsInRole(Access.OperatorRole))
            return Problem.Of(403, ProblemCodes.Forbidden, "Only an operator's key can have the scope admin.");

        var made = await keys.MakeAsync(user.Id(), request.Name!, request.Scopes!, request.ExpiresAt, cancellationToken);
        return made is { } key
            ? TypedResults.Created($"/api/keys/{key.Row.Id}", NewKeyResponse.From(key.Row, key.Token))
            : Problem.Of(409, ProblemCodes.TooMany, $"You have {ApiKeys.MostPerUser} keys. Revoke one first.");
    }

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        long id, ClaimsPrincipal user, ApiKeys keys, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(user.Id(), id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
}
