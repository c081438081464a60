using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SoundFoundry.Api.Deletion;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Api.Users;

namespace SoundFoundry.Api.Me;

internal static class LeaveEndpoints
{
    /// <summary>How long ago one may have signed in to do, without a password, what can't be undone.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public static void MapLeaving(this IEndpointRouteBuilder api) =>
        api.MapDelete("/me", LeaveAsync).WithTags("Account").RequireAuthorization(Access.Person).Limit(LimitName.SignIn)
            .WithSummary("Delete your account, with all that is yours").ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(
        [FromBody] LeaveMe request, HttpContext context, UserManager<Member> members, SignInManager<Member> signIn, IdentityDb identity,
        UserDesk desk, AccountDeletion deletion, TimeProvider clock, CancellationToken cancellationToken)
    {
        var member = (await members.GetUserAsync(context.User))!;
        if (member.PasswordHash is null)
        {
            var since = clock.GetUtcNow() - Fresh;
            if (!await identity.Sessions.AnyAsync(session => session.Id == context.User.SessionId() && session.CreatedAt > since, cancellationToken))
                return Problem.Of(403, ProblemCodes.SignInAgain, "Sign in again, and do it within ten minutes.");
        }
        else if (!(await signIn.CheckPasswordSignInAsync(member, request.Password ?? "", lockoutOnFailure: true)).Succeeded)
        {
            return Problem.Field("password", "This is not your password.");
        }

        if (await desk.SetOperatorAsync(member.Id, isOperator: false, cancellationToken) == DeskOutcome.LastOperator) return UserEndpoints.LastOperator();
        await deletion.DeleteAsync(member.Id, cancellationToken);
        SessionCookie.Delete(context);
        return TypedResults.NoContent();
    }
}
