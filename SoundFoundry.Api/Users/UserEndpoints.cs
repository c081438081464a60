using Microsoft.AspNetCore.Http.HttpResults;
using SoundFoundry.Api.Deletion;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Paging;
using SoundFoundry.Api.Problems;
using SoundFoundry.Core.Persistence;

namespace SoundFoundry.Api.Users;

internal static class UserEndpoints
{
    private const char List = 'u';

    public static void MapUsers(this IEndpointRouteBuilder admin)
    {
        var users = admin.MapGroup("/users");
        users.MapGet("/", ListAsync).WithSummary("List users, newest first").ProducesProblem(400);
        users.MapGet("/{id:long}", GetAsync).WithSummary("See a user").ProducesProblem(404);
        users.MapPatch("/{id:long}", ChangeAsync).WithSummary("Make a user an operator, or an operator a user")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        users.MapPost("/{id:long}/suspend", SuspendAsync).WithSummary("Keep a user out").ProducesProblem(404).ProducesProblem(409);
        users.MapPost("/{id:long}/resume", ResumeAsync).WithSummary("Let a suspended user in again").ProducesProblem(404);
        users.MapDelete("/{id:long}", DeleteAsync).WithSummary("Delete a user, with all that is theirs").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Results<Ok<UserPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] UserFilter filter, [AsParameters] PageQuery page, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        var q = string.IsNullOrWhiteSpace(filter.Q) ? null : filter.Q.Trim();
        var read = await NewestFirst.ReadAsync(List, page, before => db.UserRows(q, before), row => row.Id, cancellationToken);
        return read is null
            ? Problem.Field("cursor", PageCursor.NotOurs)
            : TypedResults.Ok(new UserPage([.. read.Rows.Select(UserResponse.From)], read.NextCursor));
    }

    private static async Task<Results<Ok<UserResponse>, NotFound>> GetAsync(long id, SoundFoundryDb db, CancellationToken cancellationToken) =>
        await db.UserRowAsync(id, cancellationToken) is { } row ? TypedResults.Ok(UserResponse.From(row)) : TypedResults.NotFound();

    private static async Task<Results<Ok<UserResponse>, NotFound, ProblemHttpResult>> ChangeAsync(
        long id, ChangeUser request, UserDesk desk, SoundFoundryDb db, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await desk.SetOperatorAsync(id, request.Role == Access.OperatorRole, cancellationToken), db, cancellationToken);

    private static async Task<Results<Ok<UserResponse>, NotFound, ProblemHttpResult>> SuspendAsync(
        long id, UserDesk desk, SoundFoundryDb db, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await desk.SuspendAsync(id, cancellationToken), db, cancellationToken);

    private static async Task<Results<Ok<UserResponse>, NotFound, ProblemHttpResult>> ResumeAsync(
        long id, UserDesk desk, SoundFoundryDb db, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await desk.ResumeAsync(id, cancellationToken), db, cancellationToken);

    // The role goes first: that is where the last operator is refused.
    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> DeleteAsync(
        long id, UserDesk desk, AccountDeletion deletion, CancellationToken cancellationToken) =>
        await desk.SetOperatorAsync(id, isOperator: false, cancellationToken) switch
        {
            DeskOutcome.LastOperator => LastOperator(),
            DeskOutcome.Done when await deletion.DeleteAsync(id, cancellationToken) == DeletionOutcome.Done => TypedResults.NoContent(),
            _ => TypedResults.NotFound(),
        };

    private static async Task<Results<Ok<UserResponse>, NotFound, ProblemHttpResult>> AnswerAsync(
        long id, DeskOutcome outcome, SoundFoundryDb db, CancellationToken cancellationToken)
    {
        if (outcome == DeskOutcome.LastOperator) return LastOperator();
        return outcome == DeskOutcome.Done && await db.UserRowAsync(id, cancellationToken) is { } row
            ? TypedResults.Ok(UserResponse.From(row))
            : TypedResults.NotFound();
    }

    internal static ProblemHttpResult LastOperator() =>
        Problem.Of(409, ProblemCodes.LastOperator, "There is no other operator. Make another user one first.");
}
