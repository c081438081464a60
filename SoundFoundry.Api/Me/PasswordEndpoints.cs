using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Problems;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.Me;

internal static class PasswordEndpoints
{
    public static void MapPassword(this IEndpointRouteBuilder api) =>
        api.MapPost("/me/password", ChangeAsync).WithTags("Account").RequireAuthorization(Access.Person)
            .WithSummary("Change your password; signs you out everywhere else").ProducesProblem(400);

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        ChangePassword request, ClaimsPrincipal user, UserManager<Member> members, UserSessions sessions, AuditLog audit,
        CancellationToken cancellationToken)
    {
        var member = (await members.GetUserAsync(user))!;
        var result = member.PasswordHash is null
            ? await members.AddPasswordAsync(member, request.Password!)
            : await members.ChangePasswordAsync(member, request.Current ?? "", request.Password!);
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
            return Problem.Field("current", "This is not your present password.");
        if (!result.Succeeded) return IdentityProblem.Of(result);

        await sessions.EndAllAsync(member.Id, user.SessionId(), cancellationToken);
        await audit.WriteAsync(Acts.PasswordChanged, null, cancellationToken);
        return TypedResults.NoContent();
    }
}
