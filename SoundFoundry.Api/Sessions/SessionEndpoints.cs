using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;

namespace SoundFoundry.Api.Sessions;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("Account").RequireAuthorization(Access.Person);
        sessions.MapGet("/", ListAsync).WithSummary("See where you are signed in");
        sessions.MapDelete("/{id:long}", EndAsync).WithSummary("Sign out somewhere").ProducesProblem(404);
        sessions.MapDelete("/", EndOthersAsync).WithSummary("Sign out everywhere else");
    }

    private static async Task<Ok<IReadOnlyList<SessionResponse>>> ListAsync(
        ClaimsPrincipal user, UserSessions sessions, CancellationToken cancellationToken)
    {
        var rows = await sessions.OfAsync(user.Id(), cancellationToken);
        return TypedResults.Ok<IReadOnlyList<SessionResponse>>([.. rows.Select(row => SessionResponse.From(row, user.SessionId()))]);
    }

    private static async Task<Results<NoContent, NotFound>> EndAsync(
        long id, ClaimsPrincipal user, UserSessions sessions, CancellationToken cancellationToken) =>
        await sessions.EndAsync(user.Id(), id, Acts.SessionRevoked, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<NoContent> EndOthersAsync(
        ClaimsPrincipal user, UserSessions sessions, AuditLog audit, CancellationToken cancellationToken)
    {
        var ended = await sessions.EndAllAsync(user.Id(), user.SessionId(), cancellationToken);
        await audit.WriteAsync(Acts.SessionRevoked, "all others", cancellationToken, $"{ended} sessions");
        return TypedResults.NoContent();
    }
}
