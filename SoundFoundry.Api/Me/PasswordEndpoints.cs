using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SoundFoundry.Api.Audit;
using SoundFoundry.Api.Identity;
using SoundFoundry.Api.Limits;
using SoundFoundry.Api.Sessions;
using SoundFoundry.Api.SignIn;

namespace SoundFoundry.Api.Me;

internal static class PasswordEndpoints
{
    public static void MapPassword(this IEndpointRouteBuilder api) =>
        api.MapPost("/me/password", ChangeAsync).WithTags("Account").RequireAuthorization(Access.Person).Limit(LimitName.SignIn)
            .WithSummary("Change your password; signs you out everywhere else").ProducesProblem(400).ProducesProblem(403);

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        ChangePassword request, HttpContext context, UserManager<Member> members, Reauthentication reauthentication, UserSessions sessions,
        AuditLog audit, CancellationToken cancellationToken)
    {
        var member = (await members.GetUserAsync(context.User))!;
        var refusal = member.PasswordHash is null
            ? await reauthentication.RefuseStaleAsync(context, cancellationToken)
            : await reauthentication.RefuseWrongAsync(member, request.Current, "current", cancellationToken);
        if (refusal is not null) return refusal;

        var result = member.PasswordHash is null
            ? await members.AddPasswordAsync(member, request.Password!)
            : await members.ChangePasswordAsync(member, request.Current ?? "", request.Password!);
        if (!result.Succeeded) return IdentityProblem.Of(result);

        await sessions.EndAllAsync(member.Id, context.User.SessionId(), cancellationToken);
        await audit.WriteAsync(Acts.PasswordChanged, null, cancellationToken);
        return TypedResults.NoContent();
    }
}
