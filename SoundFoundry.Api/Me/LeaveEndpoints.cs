using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SoundFoundry.Api.Deletion;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Api.SignIn;
using SoundFoundry.Api.Users;

namespace SoundFoundry.Api.Me;

internal static class LeaveEndpoints
{
    public static void MapLeaving(this IEndpointRouteBuilder api) =>
        api.MapDelete("/me", LeaveAsync).WithTags("Account").RequireAuthorization(Access.Person).Limit(LimitName.SignIn)
            .WithSummary("Delete your account, with all that is yours").ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(
        [FromBody] LeaveMe request, HttpContext context, UserManager<Member> members, Reauthentication reauthentication,
        UserDesk desk, AccountDeletion deletion, CancellationToken cancellationToken)
    {
        var member = (await members.GetUserAsync(context.User))!;
        var refusal = member.PasswordHash is null
            ? await reauthentication.RefuseStaleAsync(context, cancellationToken)
            : await reauthentication.RefuseWrongAsync(member, request.Password, "password", cancellationToken);
        if (refusal is not null) return refusal;

        if (await desk.SetOperatorAsync(member.Id, isOperator: false, cancellationToken) == DeskOutcome.LastOperator) return UserEndpoints.LastOperator();
        await deletion.DeleteAsync(member.Id, cancellationToken);
        SessionCookie.Delete(context);
        return TypedResults.NoContent();
    }
}
